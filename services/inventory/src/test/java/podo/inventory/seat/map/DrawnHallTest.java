package podo.inventory.seat.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.contracts.inventory.SeatIds;
import podo.inventory.drawing.HallDrawing;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Seat;
import podo.inventory.seat.SeatOffer;
import podo.inventory.seat.SeatRuns;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Halls in which sections stand around a stage. */
class DrawnHallTest {

    private static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");
    private static final HallDrawing ROUND = new HallDrawing(
            List.of(new HallDrawing.Shape("STAGE", "", 40, 50, 20, 20, 0, true)),
            List.of(),
            List.of(new HallDrawing.SeatView(2, "behind \"the\" tower")));

    /** One row that is turned by a quarter: four seats one below the other, then an aisle, then four more; the stage beside the second four. */
    private static Hall hall(HallDrawing drawing) {
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int y = i * 10 + (i < 4 ? 0 : 16);
            seats.add(new Seat(SeatIds.of(1, i + 1), "East", "A", i + 1, 0, false, false, 100, y));
        }
        Instant later = NOW.plus(Duration.ofDays(9));
        return new Hall(
                1,
                1,
                1,
                7,
                false,
                later,
                NOW,
                later,
                later,
                4,
                2,
                SingleSeatPolicy.OFF,
                List.of(new Hall.Grade("R", 66_000)),
                seats,
                List.of(),
                drawing);
    }

    private static JsonNode layout(Hall hall) {
        return JsonMapper.shared()
                .readTree(new String(new SeatMapJson(hall).layout().plain(), StandardCharsets.UTF_8));
    }

    @Test
    void theLayoutNamesShapesAndRestrictedViews() {
        JsonNode layout = layout(hall(ROUND));
        assertThat(layout.path("shapes").path(0).path("kind").asString()).isEqualTo("STAGE");
        assertThat(layout.path("shapes").path(0).path("round").asBoolean()).isTrue();
        assertThat(layout.path("views").toString()).isEqualTo("[[2,\"behind \\\"the\\\" tower\"]]");
    }

    @Test
    void theLayoutOfAHallOfSeatsAloneIsAsBefore() {
        assertThat(layout(hall(HallDrawing.NONE)).propertyNames())
                .containsExactly("version", "accessibleKeptUntil", "grades", "sections", "seats");
    }

    @Test
    void neighboursInATurnedRowAreNeighbours() {
        List<List<Seat>> runs = new SeatRuns(hall(ROUND).seats()).runs(any -> true);
        assertThat(runs).extracting(List::size).containsExactly(4, 4);
    }

    @Test
    void theBestSeatsAreThoseNearestToTheStageThatIsDrawn() {
        assertThat(bestOf(hall(ROUND))).containsExactly(5, 6, 7, 8);
        assertThat(bestOf(hall(HallDrawing.NONE))).containsExactly(1, 2, 3, 4);
    }

    private static List<Integer> bestOf(Hall hall) {
        byte[] free = "aaaaaaaa".getBytes(StandardCharsets.US_ASCII);
        var criteria = new BestSeats.Criteria(4, null, null, false, List.of());
        return new BestSeats()
                        .propose(
                                new SeatMap(new SeatMapJson(hall), 1, free, new long[8]).snapshot(NOW, null),
                                criteria,
                                1)
                        .seats()
                        .stream()
                        .map(SeatOffer::number)
                        .toList();
    }
}
