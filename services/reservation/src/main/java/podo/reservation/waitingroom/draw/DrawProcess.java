package podo.reservation.waitingroom.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import podo.reservation.waitingroom.fairness.DrawAlgorithm;
import podo.reservation.waitingroom.room.QueueNumbers;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.DrawnPlace;
import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.script.RoomScripts;
import podo.reservation.waitingroom.script.RoomScripts.Assignment;

/**
 * Draws a lobby. The list is closed by one script, the database keeps the first whole order that is written, and Redis gets what the
 * database holds. So a second instance, or a second attempt after a crash, comes to the same numbers.
 */
@Component
public class DrawProcess {

    private static final Logger log = LoggerFactory.getLogger(DrawProcess.class);
    private static final int PAGE = 5_000;
    private static final int PART = 500;

    private final StringRedisTemplate redis;
    private final LineScripts keys;
    private final RoomScripts scripts;
    private final Rooms rooms;
    private final DrawnPlaces drawnPlaces;
    private final QueueNumbers numbers;

    DrawProcess(
            StringRedisTemplate redis,
            LineScripts keys,
            RoomScripts scripts,
            Rooms rooms,
            DrawnPlaces drawnPlaces,
            QueueNumbers numbers) {
        this.redis = redis;
        this.keys = keys;
        this.scripts = scripts;
        this.rooms = rooms;
        this.drawnPlaces = drawnPlaces;
        this.numbers = numbers;
    }

    /**
     * Writes the drawn list into a room that Redis lost.
     *
     * @param afterPage called after each page of 5,000 places
     */
    public void writeAgain(Room room, Runnable afterPage) {
        for (long first = 1; first <= room.drawn(); first += PAGE) {
            assign(room, Assignment.REBUILT, page(room, first));
            afterPage.run();
        }
    }

    /** @param closedList how many fans the closed list has; with another number in Redis nothing is drawn */
    public void draw(Room known, long closedList) {
        Map<String, Long> lobby = lobby(known.eventId());
        if (lobby.size() != closedList) {
            log.info("The draw of event {} is over, or its lobby was lost: this attempt ends", known.eventId());
            return;
        }
        drawnPlaces.write(known.eventId(), DrawAlgorithm.order(known.seed(), lobby.keySet()), lobby);
        Room room = rooms.reload(known);
        for (long first = 1; first <= room.drawn(); first += PAGE) {
            List<DrawnPlace> page = page(room, first);
            List<DrawnPlace> lost = new ArrayList<>(page);
            lost.removeIf(place -> lobby.remove(place.ticketId()) != null);
            assign(room, Assignment.DRAWN, page);
            assign(room, Assignment.LOST, lost);
        }
        append(room, lobby);
        numbers.runWithNumbers(room.eventId(), () -> scripts.finish(room.eventId(), room.drawn()));
        log.info("Drew the order of {} fans for event {}", room.drawn(), room.eventId());
    }

    /** Publishes the seed of a sale that began with an empty lobby. */
    public void publishEmpty(Room room) {
        drawnPlaces.write(room.eventId(), List.of(), Map.of());
        rooms.evict(room.eventId());
    }

    private List<DrawnPlace> page(Room room, long first) {
        return drawnPlaces.between(room.eventId(), first, Math.min(room.drawn(), first + PAGE - 1));
    }

    private void assign(Room room, Assignment mode, List<DrawnPlace> places) {
        long served = mode == Assignment.REBUILT ? room.served() : 0;
        inParts(places, part -> scripts.assign(room.eventId(), mode, served, part));
    }

    /** Redis closed the lobby again after a crash, and these fans are not on the list of the first time, which counts. */
    private void append(Room room, Map<String, Long> unlisted) {
        inParts(List.copyOf(unlisted.keySet()), part -> {
            Map<String, Long> fans = new LinkedHashMap<>();
            part.forEach(ticketId -> fans.put(ticketId, unlisted.get(ticketId)));
            scripts.append(room.eventId(), fans);
        });
    }

    private static <T> void inParts(List<T> list, Consumer<List<T>> action) {
        for (int from = 0; from < list.size(); from += PART) {
            action.accept(list.subList(from, Math.min(list.size(), from + PART)));
        }
    }

    /** Ticket id to fan of the closed list. */
    private Map<String, Long> lobby(long eventId) {
        Map<String, Long> lobby = new HashMap<>();
        ScanOptions thousands = ScanOptions.scanOptions().count(1_000).build();
        try (Cursor<Map.Entry<Object, Object>> fans = redis.opsForHash().scan(keys.key(eventId, "lobby"), thousands)) {
            fans.forEachRemaining(entry -> lobby.put(
                    entry.getValue().toString(), Long.parseLong(entry.getKey().toString())));
        }
        return lobby;
    }
}
