package podo.reservation.waitingroom.draw;

import podo.reservation.waitingroom.fairness.DrawAlgorithm;
import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.room.QueueNumbers;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes the draw. The list was closed in one step, and the database takes the first whole order that reaches it; what is in
 * the database is what Redis gets. So a second instance, or a second try after a crash, comes to the same numbers.
 */
@Component
public class DrawProcess {

    private static final Logger log = LoggerFactory.getLogger(DrawProcess.class);
    private static final int PAGE = 5_000;
    private static final int PART = 500;

    private final StringRedisTemplate redis;
    private final LineScripts steps;
    private final Rooms rooms;
    private final DrawnPlaces drawnPlaces;
    private final QueueNumbers numbers;

    DrawProcess(
            StringRedisTemplate redis, LineScripts steps, Rooms rooms, DrawnPlaces drawnPlaces, QueueNumbers numbers) {
        this.redis = redis;
        this.steps = steps;
        this.rooms = rooms;
        this.drawnPlaces = drawnPlaces;
        this.numbers = numbers;
    }

    /** Writes the drawn list into a room that was lost. @param going called after each part */
    public void writeAgain(Room room, Runnable going) {
        for (long first = 1; first <= room.drawn(); first += PAGE) {
            number(room, "rebuilt", page(room, first));
            going.run();
        }
    }

    /** @param closed how many stood in the lobby when its list was closed */
    public void draw(Room known, long closed) {
        Map<String, Long> lobby = lobby(known.eventId());
        if (lobby.size() != closed) {
            log.info("The draw of event {} is over, or its lobby was lost: this try ends", known.eventId());
            return;
        }
        drawnPlaces.write(known.eventId(), DrawAlgorithm.order(known.seed(), lobby.keySet()), lobby);
        Room room = rooms.again(known);
        for (long first = 1; first <= room.drawn(); first += PAGE) {
            List<DrawnPlaces.DrawnPlace> page = page(room, first);
            List<DrawnPlaces.DrawnPlace> lost = new ArrayList<>(page);
            lost.removeIf(place -> lobby.remove(place.ticketId()) != null);
            number(room, "drawn", page);
            number(room, "lost", lost);
        }
        behind(room, lobby);
        numbers.with(room.eventId(), () -> steps.run("drawn", room.eventId(), room.drawn()));
        log.info("Drew the order of {} fans for event {}", room.drawn(), room.eventId());
    }

    /** The sale began with an empty lobby: nobody was drawn, and the seed is told all the same. */
    public void publish(Room room) {
        drawnPlaces.write(room.eventId(), List.of(), Map.of());
        rooms.forget(room.eventId());
    }

    private List<DrawnPlaces.DrawnPlace> page(Room room, long first) {
        return drawnPlaces.between(room.eventId(), first, Math.min(room.drawn(), first + PAGE - 1));
    }

    private void number(Room room, String how, List<DrawnPlaces.DrawnPlace> places) {
        for (int from = 0; from < places.size(); from += PART) {
            List<Object> part = new ArrayList<>(List.of(how, how.equals("rebuilt") ? room.served() : 0));
            places.subList(from, Math.min(places.size(), from + PART))
                    .forEach(place -> part.addAll(List.of(place.number(), place.fanId(), place.ticketId())));
            steps.run("number", room.eventId(), part.toArray());
        }
    }

    /** Redis closed the lobby once more after a crash, and the list of the first time counts. */
    private void behind(Room room, Map<String, Long> rest) {
        List<String> tickets = List.copyOf(rest.keySet());
        for (int from = 0; from < tickets.size(); from += PART) {
            List<Object> part = new ArrayList<>();
            tickets.subList(from, Math.min(tickets.size(), from + PART))
                    .forEach(ticketId -> part.addAll(List.of(rest.get(ticketId), ticketId)));
            steps.run("behind", room.eventId(), part.toArray());
        }
    }

    /** Ticket id to fan of everybody in the closed list. */
    private Map<String, Long> lobby(long eventId) {
        Map<String, Long> lobby = new HashMap<>();
        try (Cursor<Map.Entry<Object, Object>> fans = redis.opsForHash()
                .scan(
                        steps.key(eventId, "lobby"),
                        ScanOptions.scanOptions().count(1_000).build())) {
            fans.forEachRemaining(entry -> lobby.put(
                    entry.getValue().toString(), Long.parseLong(entry.getKey().toString())));
        }
        return lobby;
    }
}
