package podo.reservation.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import podo.contracts.reservation.BookingEnd;
import podo.contracts.reservation.BookingStatus;
import podo.reservation.booking.hold.HoldSnapshot;
import podo.reservation.booking.hold.HoldState;
import podo.reservation.show.KnownShow;

/** One booking and its inputs; {@code tickets} counts how often it was newly confirmed. */
final class BookingHistory {

    /** A message to a booking, or a cancellation by its fan. */
    enum Input {
        UNKNOWN,
        FAILED,
        APPROVED,
        SOLD,
        LOST,
        CANCELLED,
        GIVEN_UP
    }

    static final Instant NOW = Instant.parse("2026-05-01T03:00:00Z");

    final Booking booking;
    int tickets;

    BookingHistory(long... seats) {
        this.booking = new Booking(hold("HELD", NOW.plusSeconds(300), seats), "podo-order", NOW);
    }

    static HoldSnapshot hold(String status, Instant end, long... seats) {
        List<HoldSnapshot.Seat> held = LongStream.of(seats)
                .mapToObj(id -> new HoldSnapshot.Seat(id, "1F", "A", (int) id, "R", 10_000))
                .toList();
        return new HoldSnapshot("hold", 7, 42, held, 10_000L * seats.length, end, "pass", status);
    }

    static HoldState state(String status, Instant end) {
        return new HoldState("hold", status, end);
    }

    static KnownShow show(Instant salesEndAt, boolean cancelled) {
        return new KnownShow(
                7,
                "Podo",
                "Hall",
                salesEndAt,
                salesEndAt,
                List.of(),
                cancelled,
                1,
                salesEndAt,
                null,
                salesEndAt,
                Map.of());
    }

    BookingStatus statusAt(Instant now) {
        return booking.statusAt(now, null);
    }

    void giveBack(long seatId) {
        booking.giveBack(List.of(seatId), BookingEnd.GIVEN_BACK);
    }

    BookingHistory apply(Input input) {
        switch (input) {
            case UNKNOWN -> booking.paymentUnknown();
            case FAILED -> booking.paymentFailed();
            case APPROVED -> booking.paymentApproved();
            case SOLD -> tickets += booking.confirm() ? 1 : 0;
            case LOST -> booking.seatsLost();
            case CANCELLED -> booking.refunded(booking.seatIds());
            case GIVEN_UP -> booking.cancelUnpaid();
        }
        return this;
    }

    BookingHistory apply(List<Input> inputs) {
        inputs.forEach(this::apply);
        return this;
    }

    Booking.State state() {
        return booking.state();
    }

    /** Every order of these inputs; an input that is listed twice is applied twice. */
    static List<List<Input>> orders(List<Input> inputs) {
        if (inputs.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Input>> orders = new ArrayList<>();
        for (Input first : inputs.stream().distinct().toList()) {
            List<Input> rest = new ArrayList<>(inputs);
            rest.remove(first);
            for (List<Input> tail : orders(rest)) {
                List<Input> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                orders.add(order);
            }
        }
        return orders;
    }
}
