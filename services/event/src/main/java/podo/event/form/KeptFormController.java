package podo.event.form;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.event.show.Catalogue;
import podo.event.venue.VenueHalls;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;
import podo.starter.team.Right;
import podo.starter.team.TeamRights;

/** Keeps an organiser's unfinished forms. What they say is checked when the event is saved. */
@Tag(name = "Kept forms", description = "Events that are still being written, kept as typed; owner or manager")
@RestController
@RequestMapping("/api/events/forms")
class KeptFormController {

    private static final int MOST = 50;

    private final KeptForms keptForms;
    private final VenueHalls halls;
    private final Catalogue catalogue;
    private final TeamRights teams;

    KeptFormController(KeptForms keptForms, VenueHalls halls, Catalogue catalogue, TeamRights teams) {
        this.keptForms = keptForms;
        this.halls = halls;
        this.catalogue = catalogue;
        this.teams = teams;
    }

    @Operation(summary = "List the caller's kept forms, newest first")
    @GetMapping
    List<KeptForm> list(Fan organiser) {
        return keptForms.findAll(organiser.id());
    }

    @Operation(summary = "Read a kept form")
    @GetMapping("/{id}")
    KeptForm read(@PathVariable long id, Fan organiser) {
        return keptForms.find(organiser.id(), id).orElseThrow(NotFound::new);
    }

    @Operation(summary = "Keep a form as typed; an organiser has at most 50")
    @PostMapping
    ResponseEntity<KeptForm> keep(@Valid @RequestBody KeptFormRequest request, Fan organiser) {
        check(request, organiser);
        if (keptForms.count(organiser.id()) >= MOST) {
            throw new TooManyForms(MOST);
        }
        long id = keptForms.insert(organiser.id(), request);
        return ResponseEntity.created(URI.create("/api/events/forms/" + id)).body(read(id, organiser));
    }

    @Operation(summary = "Replace a kept form")
    @PutMapping("/{id}")
    KeptForm replace(@PathVariable long id, @Valid @RequestBody KeptFormRequest request, Fan organiser) {
        check(request, organiser);
        if (!keptForms.replace(organiser.id(), id, request)) {
            throw new NotFound();
        }
        return read(id, organiser);
    }

    @Operation(summary = "Discard a kept form; one that is gone already is gone")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable long id, Fan organiser) {
        keptForms.delete(organiser.id(), id);
    }

    private void check(KeptFormRequest request, Fan organiser) {
        request.check();
        long team = halls.teamOf(request.venueId())
                .filter(owner -> teams.of(organiser).stream().anyMatch(member -> member.teamId() == owner))
                .orElseThrow(() -> new InvalidField("venueId", "no-such-venue"));
        if (request.eventId() == null) {
            teams.require(Right.EDIT, organiser, team);
        } else {
            catalogue.own(team, request.eventId());
            teams.require(Right.EDIT, organiser, team, request.eventId());
        }
    }
}
