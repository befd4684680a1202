package podo.inventory.seat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.inventory.seat.SeatMap.Picture;

/**
 * The live maps. A map is read from the database once per change and given to everybody who asks: whoever asks first
 * reads the version from Redis, and a map with at least that version contains every change that was answered before.
 * Without Redis every question goes to the database.
 */
@Component
class SeatMaps {

    private final Halls halls;
    private final SeatRows rows;
    private final SeatChangePublisher news;
    private final Clock clock;
    private final Duration age;
    private final Cache<Long, Cell> cells =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(30)).build();

    SeatMaps(Halls halls, SeatRows rows, SeatChangePublisher news, Clock clock, SeatSettings settings) {
        this.halls = halls;
        this.rows = rows;
        this.news = news;
        this.clock = clock;
        this.age = settings.stateAge();
    }

    /** The map as of now; never older than the last hold, release or sale that was answered. */
    Picture now(long eventId) {
        halls.of(eventId);
        return cells.get(eventId, Cell::new).now();
    }

    private final class Cell {

        private final long eventId;
        private final ReentrantLock reading = new ReentrantLock();
        private volatile @Nullable Picture picture;
        private volatile long readAt;

        Cell(long eventId) {
            this.eventId = eventId;
        }

        Picture now() {
            long asked = System.nanoTime();
            Optional<Long> version = news.version(eventId);
            Picture seen = picture;
            if (seen != null && version.isPresent() && seen.map().version() >= version.get() && isYoung(asked)) {
                return current(seen);
            }
            reading.lock();
            try {
                seen = picture;
                if (seen != null && readAt - asked >= 0) {
                    return current(seen);
                }
                long began = System.nanoTime();
                Picture read = read(seen);
                picture = read;
                readAt = began;
                return read;
            } finally {
                reading.unlock();
            }
        }

        private boolean isYoung(long now) {
            return now - readAt < age.toNanos();
        }

        private Picture current(Picture seen) {
            Instant now = clock.instant();
            if (now.toEpochMilli() < seen.goodUntil()) {
                return seen;
            }
            Picture next = seen.map().picture(now, seen);
            picture = next;
            return next;
        }

        private Picture read(@Nullable Picture last) {
            long version = news.version(eventId).orElse(0L);
            Hall hall = halls.of(eventId, rows.revision(eventId));
            SeatMapJson sheet = last != null && last.hall() == hall ? last.map().sheet() : new SeatMapJson(hall);
            return rows.map(sheet, version).picture(clock.instant(), null);
        }
    }
}
