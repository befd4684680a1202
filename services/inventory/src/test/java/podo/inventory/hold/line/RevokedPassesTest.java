package podo.inventory.hold.line;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.DefaultMessage;
import podo.inventory.hold.line.WaitingRoomClient.Activity;
import podo.starter.redis.RedisChannelSubscriber;
import podo.starter.security.EntryPass;
import podo.starter.security.NoPass;

/** Messages and answers to activity reports in every order: what is newer stays. */
class RevokedPassesTest {

    private static final Instant NOW = Instant.parse("2026-11-29T00:00:00Z");

    private final EntryPass pass = new EntryPass("p-1", 1, 7, NOW.plusSeconds(900));
    private final List<Activity> reported = List.of(new Activity(1, 7, NOW, "p-1", NOW.plusSeconds(900)));
    private final RevokedPasses passes =
            new RevokedPasses(Clock.fixed(NOW, ZoneOffset.UTC), mock(RedisChannelSubscriber.class));

    @Test
    void aSlotThatCameBackIsNotLostToTheAnswerOfAnEarlierReport() {
        say("gone");
        say("back");

        passes.update(reported, List.of("p-1"), NOW.minusMillis(500));

        assertThatCode(() -> passes.check(pass)).doesNotThrowAnyException();
    }

    @Test
    void aSlotThatIsGoneAgainIsLearnedFromALaterReport() {
        say("back");

        passes.update(reported, List.of("p-1"), NOW.plusMillis(500));

        assertThatThrownBy(() -> passes.check(pass)).isInstanceOf(NoPass.class);
    }

    private void say(String word) {
        passes.onMessage(new DefaultMessage(new byte[0], (word + " p-1 0").getBytes(StandardCharsets.US_ASCII)), null);
    }
}
