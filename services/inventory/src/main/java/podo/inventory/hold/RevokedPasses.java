package podo.inventory.hold;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.stereotype.Component;
import podo.inventory.hold.WaitingRoomClient.Sign;
import podo.starter.redis.RedisChannelSubscriber;
import podo.starter.security.EntryPass;
import podo.starter.security.NoPass;

/**
 * Passes that are good by their signature but have no slot any more: their fan left, has bought, or was silent for too long. The
 * rooms say so on a channel and in their answers to signs of life, so that a hold asks nobody. Whatever was not heard is let
 * through: the line may be away, and the next sign of life tells.
 */
@Component
class RevokedPasses implements MessageListener {

    /** What the rooms say on it: {@code gone} or {@code back}, the pass, and its end in ms. */
    static final String CHANNEL = "podo:rooms:slots";

    private static final int MOST = 200_000;
    /** Longer than any pass. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Cache<String, Instant> gone =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();
    private final Clock clock;

    RevokedPasses(Clock clock, RedisChannelSubscriber ear) {
        this.clock = clock;
        ear.expect(CHANNEL, this);
    }

    /** Throws {@link NoPass} for a pass without a slot. */
    void check(EntryPass pass) {
        if (gone.getIfPresent(pass.id()) != null) {
            throw new NoPass("slot-gone");
        }
    }

    @Override
    public void onMessage(Message message, byte[] pattern) {
        String[] words = new String(message.getBody(), StandardCharsets.US_ASCII).split(" ");
        switch (words[0]) {
            case "gone" -> gone.put(words[1], clock.instant());
            case "back" -> gone.invalidate(words[1]);
            default -> {}
        }
    }

    /** What the rooms answered to signs told at {@code askedAt}; what was heard since is newer. */
    void learn(List<Sign> signs, List<String> without, Instant askedAt) {
        Set<String> now = new HashSet<>(without);
        for (Sign sign : signs) {
            if (now.contains(sign.passId())) {
                gone.put(sign.passId(), clock.instant());
            } else {
                gone.asMap().computeIfPresent(sign.passId(), (pass, at) -> at.isBefore(askedAt) ? null : at);
            }
        }
    }
}
