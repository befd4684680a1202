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
import podo.contracts.inventory.SeatTraits;
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
                drawing,
                null);
    }

    @Test
    void anOfferSaysWhatIsSpecialAboutItsSeat() {
        Hall hall = hall(ROUND);
        assertThat(SeatOffer.of(hall.seats().get(0), hall).traits()).isNull();
        assertThat(SeatOffer.of(hall.seats().get(1), hall).at(1).traits())
                .isEqualTo(new SeatTraits(null, "behind \"the\" tower"));
        Seat wheelchair = new Seat(SeatIds.of(1, 3), "East", "A", 3, 0, true, false, 0, 0);
        Seat beside = new Seat(SeatIds.of(1, 4), "East", "A", 4, 0, false, true, 0, 0);
        assertThat(hall.traits(wheelchair)).isEqualTo(new SeatTraits(SeatTraits.Place.ACCESSIBLE, null));
        assertThat(hall.traits(beside)).isEqualTo(new SeatTraits(SeatTraits.Place.COMPANION, null));
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

    /** Rows of a hall as its designer bends them: even numbers right, odd ones left of the aisle in the middle, the ends nearer to the stage. */
    private static Hall curved(HallDrawing drawing) {
        int[] numbers = {13, 11, 9, 7, 5, 3, 1, 2, 4, 6, 8, 10, 12, 14};
        int[] bend = {0, 3, 6, 8, 10, 11, 12, 12, 11, 10, 8, 6, 3, 0};
        List<Seat> seats = new ArrayList<>();
        for (int row = 0; row < 5; row++) {
            for (int i = 0; i < numbers.length; i++) {
                int x = i * 10 + (i < 7 ? 0 : 16);
                int seq = seats.size() + 1;
                seats.add(new Seat(
                        SeatIds.of(1, seq),
                        "Floor",
                        String.valueOf(row + 1),
                        numbers[i],
                        0,
                        false,
                        false,
                        x,
                        row * 12 + bend[i]));
            }
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
                drawing,
                null);
    }

    private static HallDrawing stageAt(double x, double width) {
        return new HallDrawing(
                List.of(new HallDrawing.Shape("STAGE", "", x, -80, width, 30, 0, false)), List.of(), List.of());
    }

    @Test
    void inAnEmptyCurvedHallThePairIsInTheMiddleOfTheFrontWhereverTheStageIsDrawn() {
        for (HallDrawing drawing : List.of(HallDrawing.NONE, stageAt(13, 120), stageAt(-60, 120), stageAt(-60, 500))) {
            for (long fan = 1; fan < 20; fan++) {
                assertThat(bestOf(curved(drawing), 2, "a".repeat(70), fan))
                        .as("%s, fan %d", drawing.shapes(), fan)
                        .allMatch(seq -> seq <= 14, "in the first row")
                        .allMatch(seq -> seq >= 4 && seq <= 11, "in its middle half");
            }
        }
    }

    @Test
    void noSeatIsLeftAloneWhileThereIsAnotherChoiceHoweverFarBack() {
        String withPair = "sssaaassssssss".repeat(4) + "aaaassssssssss";
        assertThat(bestOf(curved(HallDrawing.NONE), 2, withPair, 1)).containsExactly(59, 60);
        assertThat(bestOf(curved(HallDrawing.NONE), 2, "sssaaassssssss" + "s".repeat(56), 1))
                .as("there is no other")
                .hasSize(2);
    }

    private static List<Integer> bestOf(Hall hall, int count, String letters, long fan) {
        var criteria = new BestSeats.Criteria(count, null, null, false, List.of());
        byte[] states = letters.getBytes(StandardCharsets.US_ASCII);
        return new BestSeats()
                        .propose(
                                new SeatMap(new SeatMapJson(hall), 1, states, new long[letters.length()])
                                        .snapshot(NOW, null),
                                criteria,
                                fan)
                        .seats()
                        .stream()
                        .map(seat -> SeatIds.seq(seat.id()))
                        .toList();
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
