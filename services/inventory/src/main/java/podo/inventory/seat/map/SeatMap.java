package podo.inventory.seat.map;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.inventory.SeatState;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Seat;

/**
 * The state of every seat of a hall as read from the database: one letter per seat in seq order ({@link SeatState}).
 *
 * @param version the map contains at least all changes up to this version
 * @param letters as stored: a held seat stays {@code h} here when its time is over
 * @param until per seat the epoch millisecond until which it is held, else 0
 * @param areas in the order of the hall's areas
 */
record SeatMap(SeatMapJson json, long version, byte[] letters, long[] until, List<AreaCount> areas) {

    /** A map of a hall without areas. */
    SeatMap(SeatMapJson json, long version, byte[] letters, long[] until) {
        this(json, version, letters, until, List.of());
    }

    Hall hall() {
        return json.hall();
    }

    /** The letters as fans see them: lapsed seats are available, and none is when the sale is over. */
    byte[] lettersAt(Instant now) {
        byte[] seen = letters.clone();
        long millis = now.toEpochMilli();
        Hall hall = hall();
        boolean kept = now.isBefore(hall.keptUntil());
        boolean sells = hall.sells(now);
        for (int i = 0; i < seen.length; i++) {
            if (seen[i] == 'h' && until[i] <= millis) {
                seen[i] = 'a';
            }
            if (seen[i] == 'a' && (!sells || (kept && hall.seats().get(i).isKept()))) {
                seen[i] = 'b';
            }
        }
        return seen;
    }

    /** Free places per area as fans see them: none when the sale is over. */
    int[] availableAt(Instant now) {
        boolean sells = hall().sells(now);
        return areas.stream()
                .mapToInt(area -> sells ? area.available(now.toEpochMilli()) : 0)
                .toArray();
    }

    /** The next epoch millisecond at which a letter or a number changes by time alone. */
    long nextChange(Instant now) {
        Hall hall = hall();
        long next = now.isBefore(hall.salesEndAt()) ? hall.salesEndAt().toEpochMilli() : Long.MAX_VALUE;
        if (now.isBefore(hall.keptUntil())) {
            next = Math.min(next, hall.keptUntil().toEpochMilli());
        }
        long millis = now.toEpochMilli();
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] == 'h' && until[i] > millis) {
                next = Math.min(next, until[i]);
            }
        }
        for (AreaCount area : areas) {
            next = Math.min(next, area.nextEnd(millis));
        }
        return next;
    }

    /** The map as it reads now; reuses the responses of {@code last} when neither a letter nor a number changed. */
    Snapshot snapshot(Instant now, @Nullable Snapshot last) {
        byte[] seen = lettersAt(now);
        int[] available = availableAt(now);
        if (last != null
                && last.map() == this
                && Arrays.equals(last.letters(), seen)
                && Arrays.equals(last.available(), available)) {
            return new Snapshot(this, seen, available, nextChange(now), last.response());
        }
        return new Snapshot(
                this, seen, available, nextChange(now), new CachedSeatMapResponse(json, version, seen, available));
    }

    /**
     * A map as it reads until {@code validUntil} (epoch milliseconds), with its cached response.
     *
     * @param available free places per area, in the order of the hall's areas
     */
    record Snapshot(SeatMap map, byte[] letters, int[] available, long validUntil, CachedSeatMapResponse response) {

        Hall hall() {
            return map.hall();
        }

        SeatState state(Seat seat) {
            return SeatState.of(letters[seat.seq() - 1]);
        }

        String text() {
            return new String(letters, StandardCharsets.US_ASCII);
        }
    }
}
