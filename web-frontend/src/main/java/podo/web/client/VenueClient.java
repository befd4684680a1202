package podo.web.client;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The venues of the calling organiser, at the event service. */
public interface VenueClient {

    /**
     * One section of a venue.
     *
     * @param firstRow name of the first row, a number or letters; the following rows count up from it
     * @param aislesAfter seat numbers after which there is an aisle
     * @param accessible wheelchair places as {@code row-number}, such as {@code A-1}
     */
    record Section(
            String name,
            @Nullable Integer rows,
            @Nullable Integer seatsPerRow,
            @Nullable String firstRow,
            List<Integer> aislesAfter,
            List<String> accessible) {}

    /**
     * A section as the service outlines it.
     *
     * @param seatsPerRow of its longest row
     * @param grades with which its seats are painted
     */
    record Outline(
            String name,
            int rows,
            int seatsPerRow,
            List<String> rowNames,
            @Nullable List<String> grades) {}

    /** @param version of the plan */
    record Venue(
            long id,
            String name,
            @Nullable String address,
            @Nullable String city,
            @Nullable Integer version,
            int capacity,
            List<Outline> sections) {

        public boolean hasSection(String asked) {
            return sections.stream().anyMatch(section -> section.name().equals(asked));
        }

        /** The grades with which the plan is painted, in the order of its sections. */
        public List<String> paintedGrades() {
            return sections.stream()
                    .flatMap(section -> section.grades() == null ? Stream.<String>of() : section.grades().stream())
                    .distinct()
                    .toList();
        }

        public boolean isPainted() {
            return !paintedGrades().isEmpty();
        }
    }

    record NewVenue(
            String name, @Nullable String address, @Nullable String city, List<Section> sections) {}

    record Draft(List<Section> sections) {}

    @GetExchange("/api/venues")
    List<Venue> listOwn();

    @GetExchange("/api/venues/{id}")
    Venue get(@PathVariable long id);

    @PostExchange("/api/venues")
    Venue create(@RequestBody NewVenue venue);

    /** The plan of these sections as JSON, in the form of a seat map's layout; no venue is created. */
    @PostExchange("/api/venues/plan")
    String drawPlan(@RequestBody Draft draft);
}
