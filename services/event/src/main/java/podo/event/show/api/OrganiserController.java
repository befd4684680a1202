package podo.event.show.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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
import podo.event.show.EventChangeDesk;
import podo.event.show.EventDesk;
import podo.event.show.EventSnapshot;
import podo.event.show.terms.EventRequest;
import podo.starter.security.Fan;
import podo.starter.team.Right;
import podo.starter.text.PersonText;

/** Writes to a team's events. */
@Tag(name = "Organiser's events", description = "Create, publish, change, withdraw and cancel events; owner or manager")
@RestController
@RequestMapping("/api/events")
class OrganiserController {

    record CancelRequest(
            @Nullable @PersonText(max = 500, lines = true, optional = true)
            String reason) {}

    private final EventDesk desk;
    private final EventChangeDesk changeDesk;
    private final EventRights rights;
    private final Clock clock;

    OrganiserController(EventDesk desk, EventChangeDesk changeDesk, EventRights rights, Clock clock) {
        this.desk = desk;
        this.changeDesk = changeDesk;
        this.rights = rights;
        this.clock = clock;
    }

    @Operation(summary = "Create an event as a draft")
    @PostMapping
    ResponseEntity<EventResponse> create(@Valid @RequestBody EventRequest request, Fan organiser) {
        EventResponse response = toResponse(desk.createDraft(rights.teamOfNew(organiser, request.venueId()), request));
        return ResponseEntity.created(URI.create("/api/events/" + response.id()))
                .body(response);
    }

    @Operation(summary = "Replace a draft, or a published event of which nothing was sold yet")
    @PutMapping("/{id}")
    EventResponse change(@PathVariable long id, @Valid @RequestBody EventRequest request, Fan organiser) {
        return toResponse(changeDesk.change(rights.require(Right.EDIT, organiser, id), id, request));
    }

    @Operation(summary = "Publish a draft; publishing again changes nothing")
    @PostMapping("/{id}/publish")
    EventResponse publish(@PathVariable long id, Fan organiser) {
        return toResponse(desk.publish(rights.require(Right.EDIT, organiser, id), id));
    }

    @Operation(summary = "Delete a draft, or cancel a published event of which nothing was sold yet")
    @DeleteMapping("/{id}")
    EventResponse withdraw(@PathVariable long id, Fan organiser) {
        return toResponse(desk.withdraw(rights.require(Right.EDIT, organiser, id), id));
    }

    @Operation(summary = "Cancel a published event and refund every buyer")
    @PostMapping("/{id}/cancel")
    EventResponse cancel(
            @PathVariable long id,
            @Valid @RequestBody(required = false) @Nullable CancelRequest request,
            Fan organiser) {
        long team = rights.require(Right.EDIT, organiser, id);
        return toResponse(desk.cancel(team, id, request == null ? null : request.reason()));
    }

    private EventResponse toResponse(EventSnapshot event) {
        return EventResponse.of(event, clock.instant());
    }
}
