package podo.reservation.waitingroom.api;

import podo.reservation.waitingroom.line.Line;
import podo.reservation.waitingroom.line.LineStatuses;
import podo.reservation.waitingroom.line.Place;
import podo.reservation.waitingroom.refusal.Refusals;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The line as the other services see it. */
@RestController
@RequestMapping("/internal/rooms")
class InternalRoomController {

    /** @param gone passes that have no slot any more */
    record Slots(List<String> gone) {}

    /** @param reason a few words in kebab case, like {@code no-pass} */
    record Attempt(
            long eventId,
            long fanId,
            @NotBlank @Size(max = 40) String reason) {}

    private final Line line;
    private final LineStatuses pulses;
    private final Refusals refusals;

    InternalRoomController(Line line, LineStatuses pulses, Refusals refusals) {
        this.line = line;
        this.pulses = pulses;
        this.refusals = refusals;
    }

    @GetMapping("/{eventId}/pulse")
    LineStatuses.Pulse pulse(@PathVariable long eventId) {
        return pulses.of(line.room(eventId));
    }

    /** Where a fan stands, for the front end that keeps the fan's page: asking is the fan's sign of life; 404 {@code not-in-line}. */
    @GetMapping("/{eventId}/fans/{fanId}")
    Place place(@PathVariable long eventId, @PathVariable long fanId) {
        return line.look(eventId, fanId);
    }

    /** Fans inside who were seen; the answer names those who have to stand in the line again. */
    @PostMapping("/signs")
    Slots signs(@RequestBody List<Line.Sign> signs) {
        return new Slots(signs.stream().collect(Collectors.groupingBy(Line.Sign::eventId)).entrySet().stream()
                .flatMap(ofEvent -> line.seen(ofEvent.getKey(), ofEvent.getValue()).stream())
                .toList());
    }

    /** Attempts that another service refused. */
    @PostMapping("/refusals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refused(@RequestBody List<@Valid Attempt> attempts) {
        attempts.forEach(attempt -> refusals.note(attempt.eventId(), attempt.fanId(), attempt.reason()));
    }
}
