package podo.event.sketch;

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
@Tag(name = "Sketches", description = "Events that are still being written, kept as typed; owner or manager")
@RestController
@RequestMapping("/api/events/sketches")
class SketchController {

    private static final int MOST = 50;

    private final Sketches sketches;
    private final VenueHalls halls;
    private final Catalogue catalogue;
    private final TeamRights teams;

    SketchController(Sketches sketches, VenueHalls halls, Catalogue catalogue, TeamRights teams) {
        this.sketches = sketches;
        this.halls = halls;
        this.catalogue = catalogue;
        this.teams = teams;
    }

    @Operation(summary = "List the caller's sketches, newest first")
    @GetMapping
    List<Sketch> list(Fan organiser) {
        return sketches.findAll(organiser.id());
    }

    @Operation(summary = "Read a sketch")
    @GetMapping("/{id}")
    Sketch read(@PathVariable long id, Fan organiser) {
        return sketches.find(organiser.id(), id).orElseThrow(NotFound::new);
    }

    @Operation(summary = "Keep a sketch; an organiser has at most 50")
    @PostMapping
    ResponseEntity<Sketch> keep(@Valid @RequestBody SketchRequest request, Fan organiser) {
        check(request, organiser);
        if (sketches.count(organiser.id()) >= MOST) {
            throw new TooManySketches(MOST);
        }
        long id = sketches.insert(organiser.id(), request);
        return ResponseEntity.created(URI.create("/api/events/sketches/" + id)).body(read(id, organiser));
    }

    @Operation(summary = "Replace a sketch")
    @PutMapping("/{id}")
    Sketch replace(@PathVariable long id, @Valid @RequestBody SketchRequest request, Fan organiser) {
        check(request, organiser);
        if (!sketches.replace(organiser.id(), id, request)) {
            throw new NotFound();
        }
        return read(id, organiser);
    }

    @Operation(summary = "Discard a sketch; one that is gone already is gone")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable long id, Fan organiser) {
        sketches.delete(organiser.id(), id);
    }

    private void check(SketchRequest request, Fan organiser) {
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
