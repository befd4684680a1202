package podo.inventory.seat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import podo.contracts.inventory.SeatState;

/**
 * What every seat of a hall looks like at one moment: one letter per seat in seq order ({@link SeatState}).
 *
 * @param version the number of the last change that it surely contains
 * @param letters as the database has them: a held seat stays {@code h} here when its time is over
 * @param until epoch milliseconds per seat until when it is held, 0 where it isn't
 */
record SeatMap(SeatMapJson sheet, long version, byte[] letters, long[] until) {

    Hall hall() {
        return sheet.hall();
    }

    /** The letters as they read now: what has lapsed is available, and nothing is when the sale is over. */
    byte[] at(Instant now) {
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

    /** The next moment at which a seat reads differently though nothing happens. */
    long changesAt(Instant now) {
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
        return next;
    }

    /** The same hall's map a moment later. */
    Picture picture(Instant now, @Nullable Picture last) {
        byte[] seen = at(now);
        if (last != null && last.map() == this && Arrays.equals(last.letters(), seen)) {
            return new Picture(this, seen, changesAt(now), last.faces());
        }
        return new Picture(this, seen, changesAt(now), new CachedSeatMapResponse(sheet, version, seen));
    }

    /** A map as it reads until {@code goodUntil} (epoch milliseconds), with its ready-made answers. */
    record Picture(SeatMap map, byte[] letters, long goodUntil, CachedSeatMapResponse faces) {

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
