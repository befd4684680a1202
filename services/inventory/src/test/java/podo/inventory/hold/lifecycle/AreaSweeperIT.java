package podo.inventory.hold.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import podo.inventory.hold.AreaFull;
import podo.inventory.hold.AreaTruth;
import podo.inventory.hold.AreaWish;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldRefused;
import podo.inventory.hold.HoldRequest;
import podo.inventory.hold.TestHoldRequests;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.seat.hall.TestHalls;
import podo.starter.jdbc.Utc;
import podo.starter.security.EntryPass;

/** Places are free by the clock. The service's own sweepers do not run here. */
@InventoryIT
@Import(AreaTruth.class)
@TestPropertySource(properties = "podo.hold.sweep=1h")
class AreaSweeperIT {

    @Autowired
    private HoldDesk desk;

    @Autowired
    private HoldLifecycle lifecycle;

    @Autowired
    private AreaSweeper sweeper;

    @Autowired
    private TestHalls halls;

    @Autowired
    private AreaTruth truth;

    @Autowired
    private Api api;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private long event;
    private long pit;

    @BeforeEach
    void openHall() {
        event = halls.openWithAreas(1, 1, 4, 5);
        pit = truth.areas(event).getFirst();
    }

    @Test
    void aHoldThatLapsedFreesItsPlacesAtItsTimeWithoutASweeper() {
        Hold lapsing = holdForASecond(3);
        hold(2);
        assertThatThrownBy(() -> hold(1)).isInstanceOf(AreaFull.class);

        await(lapsing);
        assertThat(truth.area(pit).taken()).as("nobody has counted anew").isEqualTo(5);
        assertThat(available()).isEqualTo(3);
        Hold next = hold(2);

        assertThat(truth.area(pit)).extracting("taken", "held").containsExactly(4, 4);
        assertThat(available()).isEqualTo(1);
        assertThat(causes()).contains("LAPSED").endsWith("HELD", "LAPSED");
        assertThatThrownBy(() -> lifecycle.pin(lapsing.id())).isInstanceOf(HoldRefused.class);
        assertThat(lifecycle.pin(next.id()).status()).isEqualTo(Hold.Status.PINNED);
    }

    @Test
    void theSweeperTakesLapsedPlacesOffTheCount() {
        Hold lapsing = hold(3);
        endIn(lapsing, Duration.ofMillis(-10));

        sweeper.sweep();
        sweeper.sweep();

        assertThat(truth.area(pit)).extracting("taken", "held").containsExactly(0, 0);
        assertThat(causes()).containsExactly("HELD", "LAPSED");
    }

    @Test
    void anExtendedHoldKeepsItsPlaces() {
        Hold hold = hold(4);
        endIn(hold, Duration.ofSeconds(1));
        Hold longer = lifecycle.extend(lifecycle.find(hold.id()), null);

        assertThat(longer.heldUntil()).isAfter(clock.instant().plusSeconds(60));
        assertThat(jdbc.sql("SELECT ends_at FROM area_hold WHERE hold_id = ?")
                        .param(hold.id())
                        .query((row, n) -> Utc.instant(row, "ends_at"))
                        .single())
                .isEqualTo(lifecycle.find(hold.id()).heldUntil());
    }

    @Test
    void aReleasedHoldFreesItsPlacesAtOnceAndOnce() {
        Hold hold = hold(4);
        lifecycle.release(hold);
        lifecycle.release(hold);

        assertThat(truth.area(pit)).extracting("taken", "held").containsExactly(0, 0);
        assertThat(available()).isEqualTo(5);
        assertThat(hold(5 - 1).ids()).hasSize(4);
    }

    @Test
    void theHistoryOfAnAreaIsOnlyAddedTo() {
        hold(1);
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM area_history WHERE area_id = ?")
                        .param(pit)
                        .update())
                .hasMessageContaining("only ever added to");
        assertThatThrownBy(() -> jdbc.sql("UPDATE area_history SET places = 9 WHERE area_id = ?")
                        .param(pit)
                        .update())
                .hasMessageContaining("only ever added to");
    }

    /** The pass ends soon, and the hold 90 s before it. */
    private Hold holdForASecond(int places) {
        long fan = Api.newFan();
        EntryPass pass =
                new EntryPass("pass-" + fan, event, fan, clock.instant().plusMillis(91_500));
        return desk.hold(
                new HoldRequest(event, fan, List.of(), List.of(new AreaWish(pit, places)), pass, null, false, null));
    }

    private Hold hold(int places) {
        return desk.hold(TestHoldRequests.places(Api.newFan(), event, pit, places));
    }

    private void endIn(Hold hold, Duration time) {
        var end = Utc.millis(clock.instant().plus(time));
        jdbc.sql("UPDATE area_hold SET ends_at = ? WHERE hold_id = ?")
                .params(end, hold.id())
                .update();
        jdbc.sql("UPDATE hold SET held_until = ? WHERE id = ?")
                .params(end, hold.id())
                .update();
    }

    /** Until the hold's time is over by the database's clock. */
    private void await(Hold hold) {
        org.awaitility.Awaitility.await()
                .until(() -> !lifecycle.find(hold.id()).heldUntil().isAfter(clock.instant()));
    }

    private int available() {
        return api.send(api.as(Api.newFan(), "/api/events/" + event + "/seats"))
                .body()
                .path("areas")
                .path(0)
                .path("available")
                .asInt();
    }

    private List<String> causes() {
        return jdbc.sql("SELECT cause FROM area_history WHERE area_id = ? ORDER BY id")
                .param(pit)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
