package podo.reservation.waitingroom.api;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.waitingroom.line.Line;
import podo.reservation.waitingroom.line.LineStatuses;
import podo.reservation.waitingroom.line.Place;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.PassHeartbeat;
import podo.starter.problem.NotFound;

/** Lines, for the other services. */
@RestController
@RequestMapping("/internal/rooms")
class InternalRoomController {

    /** @param gone passes that have no slot any more */
    record LostSlots(List<String> gone) {}

    private final Line line;
    private final LineStatuses statuses;
    private final Rooms rooms;

    InternalRoomController(Line line, LineStatuses statuses, Rooms rooms) {
        this.line = line;
        this.statuses = statuses;
        this.rooms = rooms;
    }

    @GetMapping("/{eventId}/pulse")
    LineStatuses.LineStatus status(@PathVariable long eventId, @RequestParam(required = false) @Nullable Long presale) {
        long roomId = presale == null ? eventId : Room.ofPresale(presale);
        if (presale != null && !Room.isOfPresale(roomId)) {
            throw new NotFound();
        }
        return statuses.status(rooms.require(roomId));
    }

    /** A fan's place, for the front end that serves the fan's page; counts as a heartbeat. 404 {@code not-in-line}. */
    @GetMapping("/{eventId}/fans/{fanId}")
    Place place(@PathVariable long eventId, @PathVariable long fanId) {
        return line.status(eventId, fanId);
    }

    /** Heartbeats of fans inside whom the inventory saw; answers the passes that have no slot. */
    @PostMapping("/signs")
    LostSlots heartbeats(@RequestBody List<@NotNull PassHeartbeat> heartbeats) {
        return new LostSlots(
                heartbeats.stream()
                        .collect(Collectors.groupingBy(seen -> Room.ofPass(seen.eventId(), seen.passId())))
                        .entrySet()
                        .stream()
                        .flatMap(ofRoom -> line.recordHeartbeats(ofRoom.getKey(), ofRoom.getValue()).stream())
                        .toList());
    }
}
