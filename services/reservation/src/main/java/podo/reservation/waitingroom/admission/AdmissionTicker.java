package podo.reservation.waitingroom.admission;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.throttle.AdmissionThrottle;

/**
 * Ticks all active rooms once per interval. Every instance calls every tick and the script lets one of them run, so that a line goes
 * on within one tick when an instance dies.
 */
@Component
class AdmissionTicker implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(AdmissionTicker.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Long, Boolean> running = new ConcurrentHashMap<>();
    private final Rooms rooms;
    private final RoomTick roomTick;
    private final IdleRooms idleRooms;
    private final AdmissionThrottle throttle;
    private volatile List<Room> active = List.of();

    AdmissionTicker(Rooms rooms, RoomTick roomTick, IdleRooms idleRooms, AdmissionThrottle throttle) {
        this.rooms = rooms;
        this.roomTick = roomTick;
        this.idleRooms = idleRooms;
        this.throttle = throttle;
    }

    @Scheduled(fixedRateString = "${podo.room.tick:1s}")
    void tickAll() {
        threads.execute(this::refresh);
        for (Room room : active) {
            if (!idleRooms.isResting(room) && running.putIfAbsent(room.eventId(), true) == null) {
                threads.execute(() -> tickOnce(room.eventId()));
            }
        }
    }

    private void refresh() {
        throttle.refresh(); // the throttle also recovers while no room is ticked
        try {
            active = rooms.findActive();
        } catch (DataAccessException e) {
            log.debug("The database is away; the lines known so far go on: {}", e.toString());
        }
    }

    private void tickOnce(long eventId) {
        try {
            rooms.findKnown(eventId).ifPresent(roomTick::run);
        } catch (RuntimeException e) {
            log.warn("The tick of event {} failed: {}", eventId, e.toString());
        } finally {
            running.remove(eventId);
        }
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
