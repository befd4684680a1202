package podo.reservation.waitingroom.admission;

import podo.reservation.waitingroom.throttle.AdmissionThrottle;
import podo.reservation.waitingroom.draw.DrawProcess;
import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.line.LineStateRecovery;
import podo.reservation.waitingroom.line.PlaceMapper;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.RoomSettings;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.availability.SeatsLeft;

import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

/**
 * Moves the lines. Every instance tries every tick and the script lets one of them take it, so the line goes on within
 * a tick when an instance dies. Rooms in which nobody stands rest.
 */
@Component
class AdmissionTicker implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(AdmissionTicker.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Long, Boolean> running = new ConcurrentHashMap<>();
    private final Rooms rooms;
    private final LineScripts steps;
    private final LineStateRecovery laidOut;
    private final DrawProcess draws;
    private final PlaceMapper places;
    private final SeatsLeft seatsLeft;
    private final IdleRooms quiet;
    private final AdmissionThrottle brake;
    private final RoomSettings settings;
    private final Clock clock;
    private volatile List<Room> active = List.of();

    AdmissionTicker(
            Rooms rooms,
            LineScripts steps,
            LineStateRecovery laidOut,
            DrawProcess draws,
            PlaceMapper places,
            SeatsLeft seatsLeft,
            IdleRooms quiet,
            AdmissionThrottle brake,
            RoomSettings settings,
            Clock clock) {
        this.rooms = rooms;
        this.steps = steps;
        this.laidOut = laidOut;
        this.draws = draws;
        this.places = places;
        this.seatsLeft = seatsLeft;
        this.quiet = quiet;
        this.brake = brake;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedRateString = "${podo.room.tick:1s}")
    void tickAll() {
        threads.execute(this::refresh);
        for (Room room : active) {
            if (!quiet.rests(room) && running.putIfAbsent(room.eventId(), true) == null) {
                threads.execute(() -> tickOnce(room.eventId()));
            }
        }
    }

    private void refresh() {
        brake.now(); // it recovers also while nobody waits
        try {
            active = rooms.active();
        } catch (DataAccessException e) {
            log.debug("The database is away; the lines that are known go on: {}", e.toString());
        }
    }

    private void tickOnce(long eventId) {
        try {
            rooms.find(eventId).ifPresent(this::tick);
        } catch (RuntimeException e) {
            log.warn("The line of event {} could not move: {}", eventId, e.toString());
        } finally {
            running.remove(eventId);
        }
    }

    void tick(Room room) {
        SeatsLeft.Count seats = seatsLeft.now(room.eventId());
        double health = brake.now();
        long heard = quiet.heard();
        LineScripts.Reply reply = steps.run(
                "tick",
                room.eventId(),
                settings.tick().toMillis(),
                room.rate(),
                room.cap(),
                seats.sellable(),
                settings.insideFor(seats.sellable()),
                settings.silenceInLine().toMillis(),
                room.mode() == Room.Mode.OPEN && seats == SeatsLeft.Count.UNKNOWN ? "UNKNOWN" : room.mode(),
                health,
                room.mode() == Room.Mode.CLOSED || room.isOverAt(clock.instant()) ? 1 : 0,
                room.lobbyOpensAt().toEpochMilli(),
                room.onSaleAt().toEpochMilli(),
                settings.silenceInLobby().toMillis());
        Metrics.counter("podo.line.ticks", "word", reply.word()).increment();
        switch (reply.word()) {
            case "NO_ROOM" -> {
                if (!laidOut.layOut(room) && room.isOverAt(clock.instant())) {
                    quiet.rest(room, settings.quietTick(), heard);
                }
            }
            case "LOBBY" -> quiet.rest(room, Duration.ofMillis(reply.number(2)), heard);
            case "DRAW" -> draws.draw(room, reply.number(1));
            case "TICKED", "TAKEN" -> {
                if (!room.isDrawn()) {
                    draws.publish(room);
                }
                places.moved(room, reply, seats.sellable(), health);
                if (reply.number(8) > room.highestNumber() || reply.number(4) > room.served()) {
                    rooms.note(room.eventId(), reply.number(8), reply.number(4));
                }
                if (reply.text(14).equals("quiet")) {
                    quiet.rest(room, untilItEnds(room), heard);
                }
            }
            default -> {}
        }
    }

    private Duration untilItEnds(Room room) {
        Instant now = clock.instant();
        return room.isOverAt(now) ? settings.quietTick() : Duration.between(now, room.salesEndAt());
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
