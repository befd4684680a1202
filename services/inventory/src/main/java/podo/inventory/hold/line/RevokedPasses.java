package podo.inventory.hold.line;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.stereotype.Component;
import podo.contracts.RedisChannels;
import podo.inventory.hold.line.WaitingRoomClient.Activity;
import podo.starter.redis.RedisChannelSubscriber;
import podo.starter.security.EntryPass;
import podo.starter.security.NoPass;

/**
 * Passes with a valid signature but without a slot: their fan left, has bought, or was silent for too long. The waiting line
 * publishes them on a Redis channel and names them in its answers to activity reports, so that a hold needs no call. A message
 * that was missed lets the pass through until the next activity report.
 */
@Component
public class RevokedPasses implements MessageListener {

    private static final int MAX_PASSES = 200_000;
    /** Longer than any pass is valid. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final Cache<String, Instant> revokedAt =
            Caffeine.newBuilder().maximumSize(MAX_PASSES).expireAfterWrite(KEPT).build();
    /** When a pass got its slot back: an answer to an earlier report, which still calls it gone, is older. */
    private final Cache<String, Instant> restoredAt =
            Caffeine.newBuilder().maximumSize(MAX_PASSES).expireAfterWrite(KEPT).build();

    private final Clock clock;

    RevokedPasses(Clock clock, RedisChannelSubscriber subscriber) {
        this.clock = clock;
        subscriber.subscribeEventually(RedisChannels.ROOM_SLOTS, this);
    }

    /** Throws {@link NoPass} for a pass without a slot. */
    public void check(EntryPass pass) {
        if (revokedAt.getIfPresent(pass.id()) != null) {
            throw new NoPass("slot-gone");
        }
    }

    /** The message is {@code gone} or {@code back}, the pass id, and the end of the pass in epoch milliseconds. */
    @Override
    public void onMessage(Message message, byte @Nullable [] pattern) {
        String[] words = new String(message.getBody(), StandardCharsets.US_ASCII).split(" ");
        switch (words[0]) {
            case "gone" -> revokedAt.put(words[1], clock.instant());
            case "back" -> {
                restoredAt.put(words[1], clock.instant());
                revokedAt.invalidate(words[1]);
            }
            default -> {}
        }
    }

    /** Applies the answer to reports sent at {@code sentAt}; what a message said after that is newer and stays. */
    void update(List<Activity> reported, List<String> revokedIds, Instant sentAt) {
        Set<String> revoked = new HashSet<>(revokedIds);
        for (Activity activity : reported) {
            if (revoked.contains(activity.passId())) {
                Instant restored = restoredAt.getIfPresent(activity.passId());
                if (restored == null || restored.isBefore(sentAt)) {
                    revokedAt.put(activity.passId(), clock.instant());
                }
            } else {
                revokedAt.asMap().computeIfPresent(activity.passId(), (id, at) -> at.isBefore(sentAt) ? null : at);
            }
        }
    }
}
