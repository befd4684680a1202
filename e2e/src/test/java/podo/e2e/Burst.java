package podo.e2e;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/** How many of many things happened close together. */
public final class Burst {

    private Burst() {}

    /** The most of these moments (milliseconds) that lie within one window of this length, wherever it begins. */
    public static int most(Collection<Long> moments, Duration window) {
        Deque<Long> within = new ArrayDeque<>();
        int most = 0;
        for (long moment : moments.stream().sorted().toList()) {
            within.addLast(moment);
            while (within.getFirst() <= moment - window.toMillis()) {
                within.removeFirst();
            }
            most = Math.max(most, within.size());
        }
        return most;
    }
}
