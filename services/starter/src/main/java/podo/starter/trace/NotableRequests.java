package podo.starter.trace;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The last requests of this process that were refused or slow, with nothing of who sent them: the path is the pattern of its controller.
 * A few of each kind are kept, so that a thousand taken seats do not push out the one failure.
 */
public class NotableRequests {

    private static final int OF_EACH_KIND = 10;

    /** Kinds come from the code, never from a request; the bound is for a mistake in it. */
    private static final int KINDS = 100;

    /** @param kind the problem's name, or {@code slow} */
    public record Notable(
            Instant at, String kind, String method, String path, int status, long millis, String traceId) {}

    static final String SLOW = "slow";

    private final Map<String, Deque<Notable>> byKind = new ConcurrentHashMap<>();

    void add(Notable request) {
        if (byKind.size() >= KINDS && !byKind.containsKey(request.kind())) {
            return;
        }
        Deque<Notable> last = byKind.computeIfAbsent(request.kind(), kind -> new ArrayDeque<>());
        synchronized (last) {
            if (last.size() >= OF_EACH_KIND) {
                last.removeLast();
            }
            last.addFirst(request);
        }
    }

    /** The newest first. */
    public List<Notable> all() {
        return byKind.values().stream()
                .flatMap(NotableRequests::copy)
                .sorted(Comparator.comparing(Notable::at).reversed())
                .toList();
    }

    private static Stream<Notable> copy(Deque<Notable> last) {
        synchronized (last) {
            return new ArrayList<>(last).stream();
        }
    }
}
