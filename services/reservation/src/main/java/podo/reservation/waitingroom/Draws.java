package podo.reservation.waitingroom;

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
 * Makes the draw. Every step can be repeated: the seed was fixed when the room was made, the list was closed before,
 * so a second instance, or a second try after a crash, draws the same order.
 */
@Component
class Draws {

    private static final Logger log = LoggerFactory.getLogger(Draws.class);
    private static final int PART = 500;

    private final StringRedisTemplate redis;
    private final Steps steps;
    private final Rooms rooms;
    private final DrawnPlaces drawnPlaces;
    private final RoomSettings settings;

    Draws(StringRedisTemplate redis, Steps steps, Rooms rooms, DrawnPlaces drawnPlaces, RoomSettings settings) {
        this.redis = redis;
        this.steps = steps;
        this.rooms = rooms;
        this.drawnPlaces = drawnPlaces;
        this.settings = settings;
    }

    /** Lays the room out in Redis; after a loss of data with what the database knows: the draw, and how far numbers went. */
    void layOut(Room known) {
        Room room = rooms.again(known);
        if (room.hasNumbers()) {
            log.warn("The line of event {} was lost; the drawn list brings it back, and receipts", room.eventId());
            writeAgain(room);
        }
        steps.run(
                "open",
                room.eventId(),
                room.lobbyOpensAt().toEpochMilli(),
                room.onSaleAt().toEpochMilli(),
                settings.offer().toMillis(),
                room.hasNumbers() ? 1 : 0,
                Math.max(room.drawn(), room.highestNumber()),
                room.served(),
                settings.silenceInside().toMillis(),
                Stays.width(settings.pass()).toMillis());
    }

    private void writeAgain(Room room) {
        List<DrawnPlaces.DrawnPlace> list = drawnPlaces.all(room.eventId());
        Map<String, Long> fans = new HashMap<>();
        list.forEach(place -> fans.put(place.ticketId(), place.fanId()));
        write(room, list.stream().map(DrawnPlaces.DrawnPlace::ticketId).toList(), fans);
    }

    void draw(Room room) {
        if (room.isDrawn()) {
            writeAgain(room);
            steps.run("drawn", room.eventId(), room.drawn());
            return;
        }
        Map<String, Long> lobby = lobby(room.eventId());
        List<String> order = Drawing.order(room.seed(), lobby.keySet());
        drawnPlaces.write(room.eventId(), order, lobby);
        write(room, order, lobby);
        rooms.drawn(room.eventId(), Drawing.listHash(lobby.keySet()), order.size());
        steps.run("drawn", room.eventId(), order.size());
        log.info("Drew the order of {} fans for event {}", order.size(), room.eventId());
    }

    /** The sale began with an empty lobby: nobody was drawn, and the seed is told all the same. */
    void publish(Room known) {
        Room room = rooms.again(known);
        if (!room.isDrawn()) {
            rooms.drawn(room.eventId(), Drawing.listHash(List.of()), 0);
        }
    }

    private void write(Room room, List<String> order, Map<String, Long> fans) {
        for (int from = 0; from < order.size(); from += PART) {
            List<Object> part = new ArrayList<>();
            part.add(from + 1);
            for (String ticketId : order.subList(from, Math.min(order.size(), from + PART))) {
                part.add(fans.get(ticketId));
                part.add(ticketId);
            }
            steps.run("number", room.eventId(), part.toArray());
        }
    }

    /** Ticket id to fan of everybody who joined before the sale. */
    private Map<String, Long> lobby(long eventId) {
        Map<String, Long> lobby = new HashMap<>();
        try (Cursor<Map.Entry<Object, Object>> fans = redis.opsForHash()
                .scan(
                        steps.key(eventId, "fans"),
                        ScanOptions.scanOptions().count(1_000).build())) {
            fans.forEachRemaining(entry -> {
                String place = entry.getValue().toString();
                if (!place.endsWith("|L")) {
                    int bar = place.indexOf('|');
                    lobby.put(
                            bar < 0 ? place : place.substring(0, bar),
                            Long.parseLong(entry.getKey().toString()));
                }
            });
        }
        return lobby;
    }
}
