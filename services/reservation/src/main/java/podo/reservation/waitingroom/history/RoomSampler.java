package podo.reservation.waitingroom.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.script.TickResult;

/**
 * Records a room after the ticks that say so: of all instances one tick in five seconds. It does so on a thread of its own, so that no
 * tick waits. A room in which nobody waits and nobody is inside is recorded for one more minute, in which its last sales are seen.
 */
@Component
public class RoomSampler implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RoomSampler.class);
    private static final Duration AFTERWARDS = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Long, Instant> busyUntil = new ConcurrentHashMap<>();
    private final Set<Long> writing = ConcurrentHashMap.newKeySet();
    private final RoomFigures figures;
    private final LineSamples samples;
    private final Clock clock;

    RoomSampler(RoomFigures figures, LineSamples samples, Clock clock) {
        this.figures = figures;
        this.samples = samples;
        this.clock = clock;
    }

    /** To be called after every tick, also one that another instance made: then the room is only seen to be busy. */
    public void ticked(Room room, TickResult.Progress progress) {
        if (isWorthASample(room.eventId(), progress) && progress.isSampleDue() && writing.add(room.eventId())) {
            threads.execute(() -> record(room, progress));
        }
    }

    private boolean isWorthASample(long eventId, TickResult.Progress progress) {
        Instant now = clock.instant();
        if (!progress.isIdle()) {
            busyUntil.put(eventId, now.plus(AFTERWARDS));
            return true;
        }
        return busyUntil.computeIfPresent(eventId, (event, until) -> now.isBefore(until) ? until : null) != null;
    }

    private void record(Room room, TickResult.Progress progress) {
        try {
            samples.write(
                    room.eventId(),
                    figures.now(
                            room, progress.waiting(), progress.taken(), progress.ratePerSecond(), progress.binding()));
        } catch (RuntimeException e) {
            log.debug("A sample of event {} was not written: {}", room.eventId(), e.toString());
        } finally {
            writing.remove(room.eventId());
        }
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
