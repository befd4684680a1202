package podo.inventory.seat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Rounds the lengths of parameter lists, so that few different SQL texts arise. Each connection caches 250 prepared statements;
 * with every length from 1 to some hundred they would evict each other.
 */
public final class StatementPadding {

    private static final int STEP = 8;
    private static final int MAX_PART = 32;

    private StatementPadding() {}

    /** Splits rows that must not repeat into parts of 1 to 8, 16, 24 or 32; up to 32 rows make at most two parts. */
    public static <T> List<List<T>> split(List<T> rows) {
        List<List<T>> parts = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            int left = rows.size() - from;
            int size = left <= STEP ? left : Math.min(MAX_PART, left / STEP * STEP);
            parts.add(rows.subList(from, from + size));
            from += size;
        }
        return parts;
    }

    /** Repeats the last element up to a length of 1, 2, 4, 8 …, for IN lists, where a repetition makes no difference. */
    public static <T> List<T> padded(Collection<T> values) {
        List<T> padded = new ArrayList<>(values);
        for (int size = padded.size(); size > 0 && Integer.bitCount(size) > 1; size++) {
            padded.add(padded.getLast());
        }
        return padded;
    }
}
