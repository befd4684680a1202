package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.contracts.inventory.SeatIds;

/** Reads from the database who owns which seat after a test. */
@TestComponent
public class SeatTruth {

    private final JdbcClient jdbc;

    SeatTruth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Row(long id, String status, String holdId) {}

    public Map<Long, Row> seats(long eventId) {
        Map<Long, Row> seats = new HashMap<>();
        jdbc.sql("SELECT id, status, hold_id FROM seat WHERE id BETWEEN ? AND ?")
                .params(
                        eventId * SeatIds.SEATS_PER_EVENT,
                        eventId * SeatIds.SEATS_PER_EVENT + SeatIds.SEATS_PER_EVENT - 1)
                .query(Row.class)
                .list()
                .forEach(row -> seats.put(row.id(), row));
        return seats;
    }

    /** Each seat of each hold belongs to it in the database, and no other seat is held. */
    public void confirms(long eventId, List<Hold> holds) {
        Map<Long, Row> seats = seats(eventId);
        Map<Long, String> promised = new HashMap<>();
        for (Hold hold : holds) {
            for (long seat : hold.seatIds()) {
                assertThat(promised.put(seat, hold.id()))
                        .as("seat %d promised twice", seat)
                        .isNull();
                assertThat(seats.get(seat).holdId())
                        .as("owner of seat %d", seat)
                        .isEqualTo(hold.id());
            }
        }
        assertThat(seats.values().stream()
                        .filter(seat -> seat.status().equals("H"))
                        .count())
                .isEqualTo(promised.size());
    }
}
