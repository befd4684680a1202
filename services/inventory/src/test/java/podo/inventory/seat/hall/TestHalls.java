package podo.inventory.seat.hall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import podo.contracts.event.Show;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.contracts.inventory.SeatIds;

/** Creates halls of new events, with seats written as the service writes them. */
@TestComponent
public class TestHalls {

    public static final long ORGANISER = 7;
    private static final AtomicLong EVENTS = new AtomicLong(System.nanoTime() / 1_000_000);

    private final HallUpdates hallUpdates;
    private final HallSeatWriter seatWriter;
    private final Clock clock;

    TestHalls(HallUpdates hallUpdates, HallSeatWriter seatWriter, Clock clock) {
        this.hallUpdates = hallUpdates;
        this.seatWriter = seatWriter;
        this.clock = clock;
    }

    public static long newEvent() {
        return EVENTS.incrementAndGet();
    }

    /** One section with this many rows and seats per row; four seats per fan. Returns the event id. */
    public long open(int rows, int seatsPerRow) {
        return open(rows, seatsPerRow, show(Instant.now().plus(Duration.ofDays(30)), 4, SingleSeatPolicy.OFF), "");
    }

    public long open(int rows, int seatsPerRow, Show show, String accessible) {
        long eventId = newEvent();
        hallUpdates.insert(eventId, show, clock.instant());
        seatWriter.replaceSeats(plan(eventId, 1, rows, seatsPerRow, accessible));
        return eventId;
    }

    /** Seats as {@link #open(int, int)} makes them, and one standing area of the grade R for each capacity, named Pit 1 and so on. */
    public long openWithAreas(int rows, int seatsPerRow, int seatsPerFan, int... capacities) {
        long eventId = newEvent();
        Show show = show(Instant.now().plus(Duration.ofDays(30)), seatsPerFan, SingleSeatPolicy.OFF);
        hallUpdates.insert(eventId, show, clock.instant());
        seatWriter.replaceSeats(withAreas(plan(eventId, 1, rows, seatsPerRow, ""), capacities));
        return eventId;
    }

    public static ShowPlan withAreas(ShowPlan plan, int... capacities) {
        List<ShowPlan.Area> areas = new ArrayList<>();
        for (int capacity : capacities) {
            areas.add(new ShowPlan.Area("Pit " + (areas.size() + 1), "R", capacity, 0, -50 * areas.size(), 100, 40));
        }
        return new ShowPlan(plan.eventId(), plan.version(), plan.grades(), plan.seats(), areas, null);
    }

    public static ShowPlan plan(long eventId, int version, int rows, int seatsPerRow, String accessible) {
        List<ShowPlan.Place> seats = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int number = 1; number <= seatsPerRow; number++) {
                String name = Integer.toString(row + 1);
                seats.add(new ShowPlan.Place(
                        seats.size() + 1,
                        "A",
                        name,
                        number,
                        row < (rows + 1) / 2 ? "VIP" : "R",
                        accessible.equals(name + "-" + number),
                        number * 10,
                        row * 10));
            }
        }
        return new ShowPlan(
                eventId, version, List.of(new ShowPlan.Grade("VIP", 150_000), new ShowPlan.Grade("R", 110_000)), seats);
    }

    public static Show show(Instant startsAt, int seatsPerFan, SingleSeatPolicy policy) {
        return show(startsAt, seatsPerFan, 2, policy);
    }

    public static Show show(Instant startsAt, int seatsPerFan, int extensions, SingleSeatPolicy policy) {
        return new Show(
                "A show",
                "A hall",
                ORGANISER,
                1,
                startsAt,
                Instant.now(),
                Instant.now(),
                startsAt,
                seatsPerFan,
                50,
                1_000,
                extensions,
                policy,
                List.of(),
                1);
    }

    /** The same show whose seats are held so many seconds; null for as long as this installation holds them. */
    public static Show holding(Show show, @Nullable Integer holdSeconds, int revision) {
        return new Show(
                show.title(),
                show.venue(),
                show.organiserId(),
                show.planVersion(),
                show.startsAt(),
                show.lobbyOpensAt(),
                show.onSaleAt(),
                show.salesEndAt(),
                show.seatsPerFan(),
                show.admissionPerSecond(),
                show.admissionCap(),
                show.extensions(),
                show.singleSeatPolicy(),
                show.refundFees(),
                revision,
                show.handover(),
                show.doorsAt(),
                show.titles(),
                show.seriesId(),
                holdSeconds);
    }

    public static List<Long> seats(long eventId, int... seqs) {
        return java.util.Arrays.stream(seqs)
                .mapToObj(seq -> SeatIds.of(eventId, seq))
                .toList();
    }
}
