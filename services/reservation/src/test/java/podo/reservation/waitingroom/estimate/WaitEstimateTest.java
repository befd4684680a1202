package podo.reservation.waitingroom.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.RoomSettings;
import podo.reservation.waitingroom.script.TickResult;

class WaitEstimateTest {

    private static final int ENDLESS = 1_000_000;
    private static final RoomSettings SETTINGS = new RoomSettings(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofMinutes(15),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            2.0,
            200,
            60,
            Duration.ofSeconds(15));

    @Test
    void whileSlotsAreFreeTheCeilingDecides() {
        assertThat(estimate(50, ENDLESS, 0, "", -1, 0, 0).waitBehind(499).expected())
                .isEqualTo(10);
    }

    @Test
    void onceTheRoomIsFullFansWaitForOthersToLeave() {
        // 1,000 inside, of whom 500 seconds is the mean stay at any age: 2 a second
        WaitEstimate.Wait wait =
                estimate(50, 1_000, 1_000, lifeTable(1_000, 0.002), -1, 0, 0).waitBehind(99);
        assertThat(wait.seconds()).isCloseTo(50, within(2.0));
        assertThat(wait.range().from()).isBetween(25L, 45L);
        assertThat(wait.range().to()).isBetween(55L, 75L);
    }

    @Test
    void aRoomThatFillsIsQuickFirstAndSlowAfterwards() {
        WaitEstimate estimate = estimate(50, 1_000, 0, lifeTable(0, 0.002), -1, 0, 0);
        assertThat(estimate.waitBehind(900).seconds()).isCloseTo(18, within(4.0));
        double fills = Math.log(50 / (50 - 0.002 * 1_000)) / 0.002;
        assertThat(estimate.waitBehind(1_500).seconds()).isCloseTo(fills + (1_501 - fills * 50) / 2, within(15.0));
    }

    @Test
    void aWaitThatHangsOnOthersIsNotToldBeforeOthersWereSeenToLeave() {
        assertThat(estimate(50, 1_000, 1_000, "", -1, 0, 0).waitBehind(99)).isNull();
    }

    @Test
    void silentFansAheadShortenTheWait() {
        assertThat(estimate(10, ENDLESS, 0, "", -1, 0.5, 0).waitBehind(199).expected())
                .isEqualTo(10);
    }

    @Test
    void fansWhoGiveUpShortenTheWait() {
        assertThat(estimate(10, ENDLESS, 0, "", -1, 0, 0.002).waitBehind(2_999).seconds())
                .isCloseTo(Math.log(1 + 3_000 * 0.002 / 10) / 0.002, within(5.0));
    }

    @Test
    void nobodyIsToldAWaitWhileNobodyIsLetInOrNothingWillBeLeft() {
        assertThat(estimate(0, 100, 0, "", -1, 0, 0).waitBehind(3)).isNull();
        assertThat(estimate(5, 0, 0, "", -1, 0, 0).waitBehind(3)).isNull();
        assertThat(estimate(5, 100, 100, lifeTable(100, 0.01), 0, 0, 0).waitBehind(3))
                .isNull();
    }

    @Test
    void theRangeHoldsTheExpectedWaitAndIsAtMostHalfAsWide() {
        WaitEstimate.Wait wait = estimate(50, ENDLESS, 0, "", -1, 0, 0).waitBehind(4_999);
        assertThat(wait.range().from()).isLessThan(wait.expected());
        assertThat(wait.range().to()).isGreaterThan(wait.expected());
        assertThat(wait.range().to() - wait.range().from()).isLessThanOrEqualTo(wait.expected() / 2);
    }

    /** A life table of a long past in which this share left per second at every age, so many of whom are new now. */
    private static String lifeTable(int here, double perSecond) {
        StringBuilder table = new StringBuilder("%d %f 100000;".formatted(here, perSecond * 100_000));
        for (int age = 1; age <= SlotLifeTable.AGES; age++) {
            table.append("0 %f 100000;".formatted(perSecond * 100_000));
        }
        return table.toString();
    }

    private static WaitEstimate estimate(
            int rate, int cap, int taken, String lifeTable, long sellable, double skipped, double leavers) {
        Instant now = Instant.EPOCH;
        Room room = new Room(
                1, 1, now, now, now, rate, cap, 0, Room.Mode.OPEN, "", "", null, null, 0, 0, 0, 0, null, false, null);
        TickResult.Progress progress = new TickResult.Progress(
                0,
                0,
                taken,
                0,
                "",
                0,
                false,
                0,
                0,
                lifeTable,
                leavers,
                skipped,
                Duration.ofMillis(18_750),
                false,
                false);
        return WaitEstimate.after(null, progress, room, sellable, 1, SETTINGS);
    }
}
