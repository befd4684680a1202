package podo.event.venue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import podo.event.venue.VenueRequest.SectionRequest;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;

/** Creates and reads an organiser's own venues. */
@Tag(name = "Venues", description = "An organiser's venues and their sections; role ORGANISER")
@RestController
@RequestMapping("/api/venues")
class VenueController {

    /** @param rowNames from the row nearest to the stage; the zones of a grade refer to them */
    record SectionResponse(
            String name,
            int rows,
            int seatsPerRow,
            String firstRow,
            List<Integer> aislesAfter,
            List<String> accessible,
            List<String> rowNames) {

        static SectionResponse of(Section section) {
            return new SectionResponse(
                    section.name(),
                    section.rows(),
                    section.seatsPerRow(),
                    section.firstRow(),
                    section.aislesAfter(),
                    section.accessible(),
                    section.rowNames());
        }
    }

    record VenueResponse(
            long id, String name, String address, String city, int capacity, List<SectionResponse> sections) {

        static VenueResponse of(VenueHall hall) {
            return new VenueResponse(
                    hall.id(),
                    hall.name(),
                    hall.address(),
                    hall.city(),
                    hall.capacity(),
                    hall.sections().stream().map(SectionResponse::of).toList());
        }
    }

    /** Body of a plan that is only looked at. */
    record DraftRequest(@NotEmpty @Size(max = 60) List<@NotNull @Valid SectionRequest> sections) {}

    private final Venues venues;
    private final Clock clock;

    VenueController(Venues venues, Clock clock) {
        this.venues = venues;
        this.clock = clock;
    }

    @Operation(summary = "List the caller's venues")
    @GetMapping
    List<VenueResponse> venues(Fan organiser) {
        return venues.findByOrganiserIdOrderById(organiser.id()).stream()
                .map(venue -> VenueResponse.of(venue.toHall()))
                .toList();
    }

    @Operation(summary = "Read one of the caller's venues")
    @GetMapping("/{id}")
    VenueResponse venue(@PathVariable long id, Fan organiser) {
        return venues.findById(id)
                .map(Venue::toHall)
                .filter(hall -> hall.organiserId() == organiser.id())
                .map(VenueResponse::of)
                .orElseThrow(NotFound::new);
    }

    @Operation(summary = "Create a venue from its sections")
    @PostMapping
    ResponseEntity<VenueResponse> create(@Valid @RequestBody VenueRequest request, Fan organiser) {
        Venue venue = venues.save(new Venue(
                organiser.id(),
                request.name().strip(),
                request.addressOrEmpty(),
                request.cityOrEmpty(),
                request.validSections(),
                clock.instant()));
        VenueResponse response = VenueResponse.of(venue.toHall());
        return ResponseEntity.created(URI.create("/api/venues/" + response.id()))
                .body(response);
    }

    @Operation(summary = "Compute the plan of sections without creating a venue, in the form of a seat map's layout")
    @PostMapping("/plan")
    DraftPlan plan(@Valid @RequestBody DraftRequest request) {
        return DraftPlan.of(VenueRequest.validSections(request.sections()));
    }
}
