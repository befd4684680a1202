package podo.inventory.seat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Lists in few lengths. A statement for seven rows is another than one for eight, and each connection keeps only so many
 * prepared: with every length from 1 to some hundred they would push each other out.
 */
public final class StatementPadding {

    private static final int ROUND = 8;
    private static final int MOST = 32;

    private StatementPadding() {}

    /** The list in portions of 1 to 8, 16, 24 or 32, for rows that can't be written twice; up to 32 rows that is two at most. */
    public static <T> List<List<T>> of(List<T> rows) {
        List<List<T>> portions = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            int left = rows.size() - from;
            int size = left <= ROUND ? left : Math.min(MOST, left / ROUND * ROUND);
            portions.add(rows.subList(from, from + size));
            from += size;
        }
        return portions;
    }

    /** The list with its last element repeated until there are 1, 2, 4, 8 …, for conditions to which that makes no difference. */
    public static <T> List<T> padded(Collection<T> some) {
        List<T> padded = new ArrayList<>(some);
        for (int size = padded.size(); size > 0 && Integer.bitCount(size) > 1; size++) {
            padded.add(padded.getLast());
        }
        return padded;
    }
}
