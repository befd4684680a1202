package podo.reservation.waitingroom.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Watches a room's steps by Redis's own clock, fifty times a second, whoever takes them. */
final class TickRecorder {

    /** @param serving the highest number that has been let in */
    record Step(long atMillis, long serving) {}

    private final List<Step> steps = new ArrayList<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final StringRedisTemplate redis;
    private final String meta;

    TickRecorder(StringRedisTemplate redis, String meta) {
        this.redis = redis;
        this.meta = meta;
        watch.scheduleWithFixedDelay(this::look, 0, 20, TimeUnit.MILLISECONDS);
    }

    synchronized long served() {
        return steps.isEmpty() ? 0 : steps.getLast().serving();
    }

    /** The steps that let somebody in, first to last. */
    synchronized List<Step> stop() {
        watch.shutdownNow();
        return steps.stream().filter(step -> step.serving() > 0).toList();
    }

    private synchronized void look() {
        List<Object> seen = redis.opsForHash().multiGet(meta, List.of("tickedAt", "serving"));
        if (seen.get(0) == null || seen.get(1) == null) {
            return;
        }
        Step step = new Step(
                Long.parseLong(seen.get(0).toString()),
                Long.parseLong(seen.get(1).toString()));
        if (steps.isEmpty() || steps.getLast().atMillis() != step.atMillis()) {
            steps.add(step);
        }
    }
}
