package podo.payment.audit.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads a list page by page; each page starts after the last key of the page before. */
final class KeysetPages {

    private KeysetPages() {}

    static <T, K> List<T> all(int size, K first, Function<T, K> key, Function<K, List<T>> page) {
        List<T> all = new ArrayList<>();
        K after = first;
        while (true) {
            List<T> rows = page.apply(after);
            all.addAll(rows);
            if (rows.size() < size) {
                return all;
            }
            after = key.apply(rows.getLast());
        }
    }
}
