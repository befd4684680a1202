package podo.inventory.hold.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import podo.inventory.InventoryIT;
import podo.inventory.hold.*;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.seat.SeatChangePublisher;
import podo.inventory.seat.hall.TestHalls;
import podo.starter.jdbc.Utc;

/** Each change of a seat is recorded, also an expiry, and cannot be changed. */
@InventoryIT
class SeatLifeIT {

    @Autowired
    private HoldDesk desk;

    @Autowired
    private SoldSeats sold;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private TestHalls halls;

    @Autowired
    private Clock clock;

    @Test
    void whatIsWrittenOfASeatsLifeCanBeNeitherChangedNorDeleted() {
        long event = halls.open(1, 4);
        desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 1)));
        long seat = TestHalls.seats(event, 1).getFirst();

        assertThatThrownBy(() -> jdbc.sql("UPDATE seat_history SET who = 1 WHERE seat_id = ?")
                        .param(seat)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("only ever added to");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM seat_history WHERE seat_id = ?")
                        .param(seat)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("only ever added to");
        assertThat(life(seat)).hasSize(1);
    }

    @Test
    void aHoldOverALapsedOneLeavesTheLapseOfTheFirst() {
        long event = halls.open(1, 4);
        Hold first = desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 1, 2)));
        Object past = Utc.millis(clock.instant().minusSeconds(1));
        // the hold's row keeps its end, so that no sweeper interferes
        jdbc.sql("UPDATE seat SET held_until = :past WHERE id IN (:ids)")
                .param("past", past)
                .param("ids", first.seatIds())
                .update();
        redis.delete(SeatChangePublisher.marksKey(event));

        Hold second = desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 2, 3)));

        assertThat(life(TestHalls.seats(event, 1).getFirst())).containsExactly("HELD " + first.id());
        assertThat(life(TestHalls.seats(event, 2).getFirst()))
                .containsExactly("HELD " + first.id(), "LAPSED " + first.id(), "HELD " + second.id());
        assertThat(life(TestHalls.seats(event, 3).getFirst())).containsExactly("HELD " + second.id());
        assertThat(jdbc.sql("SELECT who FROM seat_history WHERE seat_id = ? AND cause = 'LAPSED'")
                        .param(TestHalls.seats(event, 2).getFirst())
                        .query(Long.class)
                        .single())
                .isEqualTo(first.fanId());
    }

    @Test
    void aRefundedSeatOfAShowThatIsOffIsBlockedAndSaidToBe() {
        long on = halls.open(1, 4);
        long off = halls.open(1, 4);
        jdbc.sql("UPDATE hall SET cancelled = TRUE WHERE event_id = ?")
                .param(off)
                .update();
        List<Long> seats = List.of(
                TestHalls.seats(on, 1).getFirst(), TestHalls.seats(off, 1).getFirst());
        Instant past = clock.instant().minusSeconds(1);

        List<SoldSeats.Returned> out = transaction.execute(status -> {
            jdbc.sql("UPDATE seat SET status = 'H', hold_id = NULL, held_until = :past WHERE id IN (:ids)")
                    .param("past", Utc.millis(past))
                    .param("ids", seats)
                    .update();
            sold.scheduleReturn(seats, past);
            return sold.releaseDue(200);
        });

        assertThat(out)
                .filteredOn(seat -> seats.contains(seat.seatId()))
                .extracting(SoldSeats.Returned::onSale)
                .containsExactly(true, false);
        assertThat(jdbc.sql("SELECT status FROM seat WHERE id IN (:ids) ORDER BY id")
                        .param("ids", seats)
                        .query(String.class)
                        .list())
                .containsExactly("A", "B");
    }

    private List<String> life(long seat) {
        return jdbc.sql("SELECT cause, hold_id FROM seat_history WHERE seat_id = ? ORDER BY id")
                .param(seat)
                .query((row, n) -> row.getString(1) + " " + row.getString(2))
                .list();
    }
}
