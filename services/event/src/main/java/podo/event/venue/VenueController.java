package podo.event.venue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.event.action.TeamAction;
import podo.event.action.TeamActions;
import podo.event.venue.VenueRequest.SectionRequest;
import podo.starter.security.Fan;
import podo.starter.team.Right;
import podo.starter.text.PersonText;

/** Creates, changes and reads a team's venues. */
@Tag(name = "Venues", description = "The venues of a team and their seat plans; owner or manager")
@RestController
@RequestMapping("/api/venues")
class VenueController {

    /** Body of a plan that is only looked at. */
    record DraftRequest(@NotEmpty @Size(max = 60) List<@NotNull @Valid SectionRequest> sections) {}

    /** Body of adding sections; {@code version} as in {@link VenueRequest}. */
    record AddRequest(
            @NotEmpty @Size(max = 60) List<@NotNull @Valid SectionRequest> sections,
            @Nullable Integer version) {}

    /** Body of copying a venue. */
    record CopyRequest(@PersonText(max = 100) String name) {}

    private final VenueDesk desk;
    private final VenueRights rights;
    private final TeamActions actions;

    VenueController(VenueDesk desk, VenueRights rights, TeamActions actions) {
        this.desk = desk;
        this.rights = rights;
        this.actions = actions;
    }

    @Operation(summary = "List the venues of the caller's teams")
    @GetMapping
    List<VenueResponse> venues(Fan organiser) {
        return desk.own(rights.teams(organiser));
    }

    @Operation(summary = "Read a venue of one of the caller's teams")
    @GetMapping("/{id}")
    VenueResponse venue(@PathVariable long id, Fan organiser) {
        return desk.own(rights.require(Right.VIEW, organiser, id), id);
    }

    @Operation(summary = "Create a venue from sections or from a whole plan")
    @PostMapping
    ResponseEntity<VenueResponse> create(
            @RequestParam(required = false) @Nullable Long team,
            @Valid @RequestBody VenueRequest request,
            Fan organiser) {
        long owner = rights.teamOfNew(organiser, team);
        return created(record(
                "VENUE_CREATED", owner, organiser, () -> desk.create(owner, request.naming(), request.validPlan())));
    }

    @Operation(summary = "Replace a venue's plan by its next version; events that are laid out keep theirs")
    @PutMapping("/{id}")
    VenueResponse replace(@PathVariable long id, @Valid @RequestBody VenueRequest request, Fan organiser) {
        long team = rights.require(Right.EDIT, organiser, id);
        return record(
                "VENUE_CHANGED",
                team,
                organiser,
                () -> desk.replace(team, id, request.naming(), request.validPlan(), request.version()));
    }

    @Operation(summary = "Add generated sections to a venue's plan, behind what is there unless they name a place")
    @PostMapping("/{id}/sections")
    VenueResponse add(@PathVariable long id, @Valid @RequestBody AddRequest request, Fan organiser) {
        long team = rights.require(Right.EDIT, organiser, id);
        return record(
                "VENUE_CHANGED",
                team,
                organiser,
                () -> desk.add(team, id, VenueRequest.sketches(request.sections()), request.version()));
    }

    @Operation(summary = "Copy a venue with the newest version of its plan")
    @PostMapping("/{id}/copy")
    ResponseEntity<VenueResponse> copy(@PathVariable long id, @Valid @RequestBody CopyRequest request, Fan organiser) {
        long team = rights.require(Right.EDIT, organiser, id);
        return created(record("VENUE_CREATED", team, organiser, () -> desk.copy(team, id, request.name())));
    }

    @Operation(summary = "Compute the plan of sections without creating a venue, in the form of a seat map's layout")
    @PostMapping("/plan")
    DraftPlan plan(@Valid @RequestBody DraftRequest request) {
        return DraftPlan.of(VenueRequest.validPlan(request.sections()));
    }

    private VenueResponse record(String what, long team, Fan by, Supplier<VenueResponse> change) {
        return actions.record(
                change,
                venue -> new TeamAction(
                        team,
                        null,
                        by.id(),
                        what,
                        Map.of("venue", venue.name(), "version", Integer.toString(venue.version()))));
    }

    private static ResponseEntity<VenueResponse> created(VenueResponse venue) {
        return ResponseEntity.created(URI.create("/api/venues/" + venue.id())).body(venue);
    }
}
