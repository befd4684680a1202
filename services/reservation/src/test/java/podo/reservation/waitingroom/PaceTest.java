package podo.reservation.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void whileSlotsAreFreeTheCeilingDecides() {
        Pace pace = new Pace(50, 0, 100_000, 10, 10_000, 0);
        assertThat(pace.behind(499).expected()).isEqualTo(10);
    }

    @Test
    void onceTheRoomIsFullFansWaitForOthersToLeave() {
        // 1,000 inside, one of whom leaves every half second: 2 a second
        Pace pace = new Pace(50, 1_000, 1_000, 20, 10_000, 0);
        assertThat(pace.behind(99).expected()).isEqualTo(50);
    }

    @Test
    void aRoomThatFillsIsQuickFirstAndSlowAfterwards() {
        Pace pace = new Pace(50, 0, 1_000, 20, 10_000, 0);
        Pace.Wait first = pace.behind(900);
        Pace.Wait last = pace.behind(1_500);
        assertThat(first.seconds()).isCloseTo(901 / 50.0, within(0.1));
        double perHead = 0.002;
        double fills = Math.log(50 / (50 - perHead * 1_000)) / perHead;
        assertThat(last.seconds()).isCloseTo(fills + (1_501 - fills * 50) / 2, within(0.1));
        assertThat(last.doubt()).isGreaterThan(first.doubt());
    }

    @Test
    void silentFansAheadShortenTheWait() {
        Pace pace = new Pace(10, 0, 100_000, 10, 10_000, 0.5);
        assertThat(pace.behind(199).expected()).isEqualTo(10);
    }

    @Test
    void nobodyIsToldAWaitWhileNobodyIsLetIn() {
        assertThat(new Pace(0, 0, 100, 1, 450, 0).behind(3)).isNull();
        assertThat(new Pace(5, 0, 0, 1, 450, 0).behind(3)).isNull();
    }

    @Test
    void theRangeHoldsTheExpectedWaitAndIsAtMostHalfAsWide() {
        Pace.Wait wait = new Pace(50, 0, 100_000, 10, 10_000, 0).behind(4_999);
        assertThat(wait.range().from()).isLessThan(wait.expected());
        assertThat(wait.range().to()).isGreaterThan(wait.expected());
        assertThat(wait.range().to() - wait.range().from()).isLessThanOrEqualTo(wait.expected() / 2);
    }
}
