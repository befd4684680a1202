package podo.event.show.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.event.show.Catalogue;
import podo.event.show.EventChangeDesk;
import podo.event.show.EventDesk;
import podo.event.show.EventSnapshot;
import podo.event.show.EventState;
import podo.event.show.terms.EventRequest;
import podo.starter.passkey.NeedsPasskey;
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
    private final Catalogue catalogue;
    private final LoggedChanges changes;

    OrganiserController(
            EventDesk desk,
            EventChangeDesk changeDesk,
            EventRights rights,
            Catalogue catalogue,
            LoggedChanges changes) {
        this.desk = desk;
        this.changeDesk = changeDesk;
        this.rights = rights;
        this.catalogue = catalogue;
        this.changes = changes;
    }

    @Operation(summary = "Create an event as a draft")
    @PostMapping
    ResponseEntity<EventResponse> create(@Valid @RequestBody EventRequest request, Fan organiser) {
        long team = rights.teamOfNew(organiser, request.venueId());
        EventResponse response = changes.make(
                team, organiser, "EVENT_CREATED", () -> desk.createDraft(team, request), OrganiserController::titleOf);
        return ResponseEntity.created(URI.create("/api/events/" + response.id()))
                .body(response);
    }

    /** The entry of the log is no part of the change's transaction, because none is open while the inventory decides. */
    @Operation(summary = "Replace a draft or a published event; buyers are told what differs")
    @PutMapping("/{id}")
    EventResponse change(@PathVariable long id, @Valid @RequestBody EventRequest request, Fan organiser) {
        long team = rights.require(Right.EDIT, organiser, id);
        EventSnapshot before = catalogue.own(team, id);
        EventSnapshot after = changeDesk.change(team, id, request);
        Map<String, String> changed = TermsChange.between(before.terms(), after.terms());
        return changes.make(team, organiser, "EVENT_CHANGED", () -> after, event -> changed.isEmpty() ? null : changed);
    }

    @Operation(summary = "Publish a draft; publishing again changes nothing")
    @PostMapping("/{id}/publish")
    EventResponse publish(@PathVariable long id, Fan organiser) {
        long team = rights.require(Right.EDIT, organiser, id);
        return move(team, id, organiser, "EVENT_PUBLISHED", () -> desk.publish(team, id));
    }

    @Operation(summary = "Delete a draft, or cancel a published event of which nothing was sold yet")
    @DeleteMapping("/{id}")
    EventResponse withdraw(@PathVariable long id, Fan organiser) {
        long team = rights.require(Right.EDIT, organiser, id);
        return changes.make(
                team, organiser, "EVENT_WITHDRAWN", () -> desk.withdraw(team, id), OrganiserController::titleOf);
    }

    @Operation(summary = "Cancel a published event and refund every buyer; needs a log-in with a passkey")
    @NeedsPasskey
    @PostMapping("/{id}/cancel")
    EventResponse cancel(
            @PathVariable long id,
            @Valid @RequestBody(required = false) @Nullable CancelRequest request,
            Fan organiser) {
        long team = rights.require(Right.EDIT, organiser, id);
        String reason = request == null ? null : request.reason();
        return move(team, id, organiser, "EVENT_CANCELLED", () -> desk.cancel(team, id, reason));
    }

    /** Doing again what was done is no action. */
    private EventResponse move(long team, long id, Fan by, String what, Supplier<EventSnapshot> change) {
        EventState before = catalogue.own(team, id).state();
        return changes.make(team, by, what, change, event -> event.state() == before ? null : Map.of());
    }

    private static Map<String, String> titleOf(EventSnapshot event) {
        return Map.of("title", event.terms().title());
    }
}
