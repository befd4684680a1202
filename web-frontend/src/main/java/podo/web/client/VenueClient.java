package podo.web.client;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import tools.jackson.databind.JsonNode;

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

    /** @param grade with which it is painted */
    record Area(String name, int capacity, @Nullable String grade) {}

    /**
     * @param version of the plan
     * @param areas standing areas; null in lists
     */
    record Venue(
            long id,
            String name,
            @Nullable String address,
            @Nullable String city,
            @Nullable Integer version,
            int capacity,
            List<Outline> sections,
            @Nullable List<Area> areas) {

        /** What a grade can be for: sections, then standing areas. */
        public List<String> zones() {
            return Stream.concat(
                            sections.stream().map(Outline::name), standing().map(Area::name))
                    .toList();
        }

        public boolean hasZone(String asked) {
            return zones().contains(asked);
        }

        /** The grades with which the plan is painted, in the order of its sections and areas. */
        public List<String> paintedGrades() {
            return Stream.concat(
                            sections.stream()
                                    .flatMap(section ->
                                            section.grades() == null ? Stream.<String>of() : section.grades().stream()),
                            standing().map(Area::grade).filter(Objects::nonNull))
                    .distinct()
                    .toList();
        }

        private Stream<Area> standing() {
            return areas == null ? Stream.of() : areas.stream();
        }

        public boolean isPainted() {
            return !paintedGrades().isEmpty();
        }
    }

    record NewVenue(
            String name, @Nullable String address, @Nullable String city, List<Section> sections) {}

    record Draft(List<Section> sections) {}

    /** A section for a hall that is there; numbers as typed, what is left out is null. */
    record PlacedSection(
            String name,
            @Nullable Integer rows,
            @Nullable Integer seatsPerRow,
            @Nullable String growth,
            @Nullable String firstRow,
            @Nullable String numbering,
            List<String> aislesAfter,
            List<String> accessible,
            @Nullable String grade,
            @Nullable String x,
            @Nullable String y,
            @Nullable String rotation,
            @Nullable String curve,
            boolean clearLetters) {}

    record AddedSections(List<PlacedSection> sections) {}

    record CopyName(String name) {}

    /** @param version of the plan that was changed */
    record Replacement(
            String name,
            @Nullable String address,
            @Nullable String city,
            @Nullable Integer version,
            @Nullable JsonNode plan) {}

    @GetExchange("/api/venues")
    List<Venue> listOwn();

    @GetExchange("/api/venues/{id}")
    Venue get(@PathVariable long id);

    @PostExchange("/api/venues")
    Venue create(@RequestBody NewVenue venue);

    @PutExchange("/api/venues/{id}")
    Venue replace(@PathVariable long id, @RequestBody Replacement replacement);

    @PostExchange("/api/venues/{id}/sections")
    Venue addSections(@PathVariable long id, @RequestBody AddedSections sections);

    @PostExchange("/api/venues/{id}/copy")
    Venue copy(@PathVariable long id, @RequestBody CopyName name);

    /** The newest version of the plan as JSON. */
    @GetExchange("/api/venues/{id}/plan")
    byte[] plan(@PathVariable long id);

    @GetExchange("/api/venues/{id}/plan.csv")
    byte[] planCsv(@PathVariable long id);

    /** The plan that a file holds, as JSON; nothing is saved. */
    @PostExchange(url = "/api/venues/import", contentType = "application/octet-stream")
    JsonNode readPlan(@RequestBody byte[] file);

    /** The plan of these sections as JSON, in the form of a seat map's layout; no venue is created. */
    @PostExchange("/api/venues/plan")
    String drawPlan(@RequestBody Draft draft);
}
