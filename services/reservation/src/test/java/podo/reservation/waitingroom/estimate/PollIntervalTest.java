package podo.reservation.waitingroom.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollIntervalTest {

    private final PollInterval polls = new PollInterval(new PollSettings(400, Duration.ofSeconds(60)));

    @Test
    void aFanNearTheFrontAsksOftenHoweverLongTheLineIs() {
        assertThat(polls.waiting(199, 100_000, 20L)).isBetween(1_600L, 2_400L);
    }

    @Test
    void inAShortLineThoseBehindAskSeldomer() {
        assertThat(polls.waiting(500, 1_000, 600L)).isBetween(4_000L, 6_000L);
        assertThat(polls.waiting(2_000, 3_000, 600L)).isBetween(8_000L, 12_000L);
    }

    @Test
    void aCrowdAsksNoMoreOftenThanTheMachineBears() {
        assertThat(polls.waiting(5_000, 8_000, 600L)).isBetween(16_000L, 24_000L);
        assertThat(polls.waiting(5_000, 100_000, 600L))
                .as("but a silent fan is not given up")
                .isBetween(48_000L, 72_000L);
    }

    @Test
    void nobodyAsksSoSeldomThatTheTurnIsMissed() {
        assertThat(polls.waiting(300, 20_000, 12L)).isBetween(4_800L, 7_200L);
        assertThat(polls.waiting(300, 20_000, null))
                .as("where the wait is not known")
                .isBetween(4_000L, 6_000L);
        assertThat(polls.waiting(15_000, 20_000, null))
                .as("far behind, where it is not known either")
                .isBetween(24_000L, 36_000L);
    }
}
