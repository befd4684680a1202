package podo.reservation.booking;

import podo.reservation.booking.hold.HoldSnapshot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** One booking and what it hears; {@code tickets} counts how often it was news that it is confirmed. */
final class BookingHistory {

    /** What a booking can hear, or be told by its fan. */
    enum Word {
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

    BookingHistory hears(Word word) {
        switch (word) {
            case UNKNOWN -> booking.unknown();
            case FAILED -> booking.failed();
            case APPROVED -> booking.paid();
            case SOLD -> tickets += booking.confirm() ? 1 : 0;
            case LOST -> booking.lost();
            case CANCELLED -> booking.refunded(booking.seatIds());
            case GIVEN_UP -> booking.giveUp();
        }
        return this;
    }

    BookingHistory hears(List<Word> words) {
        words.forEach(this::hears);
        return this;
    }

    BookingState state() {
        return booking.state();
    }

    /** Every order in which the words can be heard; words that stand twice in the list are heard twice. */
    static List<List<Word>> orders(List<Word> words) {
        if (words.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Word>> orders = new ArrayList<>();
        for (Word first : words.stream().distinct().toList()) {
            List<Word> rest = new ArrayList<>(words);
            rest.remove(first);
            for (List<Word> tail : orders(rest)) {
                List<Word> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                orders.add(order);
            }
        }
        return orders;
    }
}
