package podo.inventory.seat.map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Halls;
import podo.inventory.seat.SeatChangePublisher;
import podo.inventory.seat.SeatSettings;
import podo.inventory.seat.map.SeatMap.Snapshot;

/**
 * The live seat maps. A map is read from the database once per change and shared by all requests. Each request compares the
 * cached map's version with the one in Redis: a map with at least that version contains every change that was answered before.
 * While Redis does not answer, the map is read for each request, and concurrent requests share one read.
 */
@Component
class SeatMaps {

    private final Halls halls;
    private final SeatMapReader reader;
    private final SeatChangePublisher seatChanges;
    private final Clock clock;
    private final Duration maxAge;
    private final Cache<Long, Cell> cells =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(30)).build();

    SeatMaps(Halls halls, SeatMapReader reader, SeatChangePublisher seatChanges, Clock clock, SeatSettings settings) {
        this.halls = halls;
        this.reader = reader;
        this.seatChanges = seatChanges;
        this.clock = clock;
        this.maxAge = settings.stateAge();
    }

    /** Never older than the last hold, release or sale that was answered. */
    Snapshot current(long eventId) {
        halls.of(eventId);
        return cells.get(eventId, Cell::new).current();
    }

    private final class Cell {

        private final long eventId;
        private final ReentrantLock readLock = new ReentrantLock();
        private volatile @Nullable Snapshot snapshot;
        private volatile long readAt;

        Cell(long eventId) {
            this.eventId = eventId;
        }

        Snapshot current() {
            long requestedAt = System.nanoTime();
            Optional<Long> version = seatChanges.version(eventId);
            Snapshot cached = snapshot;
            if (cached != null
                    && version.isPresent()
                    && cached.map().version() >= version.get()
                    && isYoung(requestedAt)) {
                return advance(cached);
            }
            readLock.lock();
            try {
                cached = snapshot;
                if (cached != null && readAt - requestedAt >= 0) {
                    return advance(cached);
                }
                long startedAt = System.nanoTime();
                Snapshot read = read(cached);
                snapshot = read;
                readAt = startedAt;
                return read;
            } finally {
                readLock.unlock();
            }
        }

        private boolean isYoung(long now) {
            return now - readAt < maxAge.toNanos();
        }

        private Snapshot advance(Snapshot cached) {
            Instant now = clock.instant();
            if (now.toEpochMilli() < cached.validUntil()) {
                return cached;
            }
            Snapshot next = cached.map().snapshot(now, cached);
            snapshot = next;
            return next;
        }

        private Snapshot read(@Nullable Snapshot last) {
            long version = seatChanges.version(eventId).orElse(0L);
            Hall hall = halls.of(eventId, halls.currentRevision(eventId));
            SeatMapJson json = last != null && last.hall() == hall ? last.map().json() : new SeatMapJson(hall);
            return reader.read(json, version).snapshot(clock.instant(), null);
        }
    }
}
