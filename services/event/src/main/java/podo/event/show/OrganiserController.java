package podo.event.show;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.security.Fan;

/** An organiser's own shows. */
@RestController
@RequestMapping("/api/events")
class OrganiserController {

    record Cancellation(@Nullable @Size(max = 500) String reason) {}

    private final EventDesk programme;
    private final Clock clock;

    OrganiserController(EventDesk programme, Clock clock) {
        this.programme = programme;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<EventResponse> draft(@Valid @RequestBody EventRequest wish, Fan organiser) {
        EventResponse answer = answer(programme.draft(organiser.id(), wish));
        return ResponseEntity.created(URI.create("/api/events/" + answer.id())).body(answer);
    }

    @PutMapping("/{id}")
    EventResponse change(@PathVariable long id, @Valid @RequestBody EventRequest wish, Fan organiser) {
        return answer(programme.change(organiser.id(), id, wish));
    }

    @PostMapping("/{id}/publish")
    EventResponse publish(@PathVariable long id, Fan organiser) {
        return answer(programme.publish(organiser.id(), id));
    }

    /** Answers with what was withdrawn, as it is now. */
    @DeleteMapping("/{id}")
    EventResponse withdraw(@PathVariable long id, Fan organiser) {
        return answer(programme.withdraw(organiser.id(), id));
    }

    @PostMapping("/{id}/cancel")
    EventResponse cancel(
            @PathVariable long id,
            @Valid @RequestBody(required = false) @Nullable Cancellation cancellation,
            Fan organiser) {
        return answer(programme.cancel(organiser.id(), id, cancellation == null ? null : cancellation.reason()));
    }

    private EventResponse answer(CachedEvent event) {
        return EventResponse.of(event, clock.instant());
    }
}
