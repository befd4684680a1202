package podo.event.venue;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;

/** An organiser's halls; nobody else sees them here. */
@RestController
@RequestMapping("/api/venues")
class VenueController {

    /** @param rowNames the names of the rows, front to back: what a grade's zone may refer to */
    record SectionAnswer(
            String name,
            int rows,
            int seatsPerRow,
            String firstRow,
            List<Integer> aislesAfter,
            List<String> accessible,
            List<String> rowNames) {

        static SectionAnswer of(Section section) {
            return new SectionAnswer(
                    section.name(),
                    section.rows(),
                    section.seatsPerRow(),
                    section.firstRow(),
                    section.aislesAfter(),
                    section.accessible(),
                    section.rowNames());
        }
    }

    record VenueAnswer(long id, String name, String address, int capacity, List<SectionAnswer> sections) {

        static VenueAnswer of(VenueHall hall) {
            return new VenueAnswer(
                    hall.id(),
                    hall.name(),
                    hall.address(),
                    hall.capacity(),
                    hall.sections().stream().map(SectionAnswer::of).toList());
        }
    }

    private final Venues venues;
    private final Clock clock;

    VenueController(Venues venues, Clock clock) {
        this.venues = venues;
        this.clock = clock;
    }

    @GetMapping
    List<VenueAnswer> mine(Fan organiser) {
        return venues.findByOrganiserIdOrderById(organiser.id()).stream()
                .map(venue -> VenueAnswer.of(venue.hall()))
                .toList();
    }

    @GetMapping("/{id}")
    VenueAnswer one(@PathVariable long id, Fan organiser) {
        return venues.findById(id)
                .map(Venue::hall)
                .filter(hall -> hall.organiserId() == organiser.id())
                .map(VenueAnswer::of)
                .orElseThrow(NotFound::new);
    }

    @PostMapping
    ResponseEntity<VenueAnswer> build(@Valid @RequestBody VenueRequest wish, Fan organiser) {
        Venue venue = venues.save(
                new Venue(organiser.id(), wish.name().strip(), wish.addressOrNone(), wish.agreed(), clock.instant()));
        VenueAnswer answer = VenueAnswer.of(venue.hall());
        return ResponseEntity.created(URI.create("/api/venues/" + answer.id())).body(answer);
    }
}
