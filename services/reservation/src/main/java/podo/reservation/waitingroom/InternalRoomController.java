package podo.reservation.waitingroom;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** @param busyUntil the end of the fan's hold, null when it was just a sign of life */
    record Sign(long eventId, long fanId, @Nullable Instant busyUntil) {}

    /** @param reason a few words in kebab case, like {@code no-pass} */
    record Attempt(
            long eventId,
            long fanId,
            @NotBlank @Size(max = 40) String reason) {}

    private final Line line;
    private final Pulses pulses;
    private final Steps steps;
    private final Refusals refusals;
    private final RoomSettings settings;

    InternalRoomController(Line line, Pulses pulses, Steps steps, Refusals refusals, RoomSettings settings) {
        this.line = line;
        this.pulses = pulses;
        this.steps = steps;
        this.refusals = refusals;
        this.settings = settings;
    }

    @GetMapping("/{eventId}/pulse")
    Pulses.Pulse pulse(@PathVariable long eventId) {
        return pulses.of(line.room(eventId));
    }

    /** Where a fan stands, for the front end that keeps the fan's page: asking is the fan's sign of life; 404 {@code not-in-line}. */
    @GetMapping("/{eventId}/fans/{fanId}")
    Place place(@PathVariable long eventId, @PathVariable long fanId) {
        return line.look(eventId, fanId);
    }

    @PostMapping("/signs")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signs(@RequestBody List<Sign> signs) {
        signs.stream().collect(Collectors.groupingBy(Sign::eventId)).forEach((eventId, ofEvent) -> {
            List<Object> args = new ArrayList<>();
            for (Sign sign : ofEvent) {
                args.add(sign.fanId());
                args.add(sign.busyUntil() == null ? 0 : sign.busyUntil().toEpochMilli());
            }
            args.add(settings.silenceInside().toMillis());
            steps.run("signs", eventId, args.toArray());
        });
    }

    /** Attempts that another service refused. */
    @PostMapping("/refusals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refused(@RequestBody List<@Valid Attempt> attempts) {
        attempts.forEach(attempt -> refusals.note(attempt.eventId(), attempt.fanId(), attempt.reason()));
    }
}
