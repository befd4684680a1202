package podo.event.venue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.event.plan.SeatingPlan;
import podo.event.plan.Section;

/**
 * A venue as the API answers it; the plan itself is at {@code /api/venues/{id}/plan}.
 *
 * @param version of its plan, which a change names
 * @param capacity seats
 * @param areas standing areas of its newest plan, where one venue is read; left out without any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VenueResponse(
        long id,
        String name,
        String address,
        String city,
        int version,
        int capacity,
        List<Outline> sections,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<AreaOutline> areas) {

    /**
     * @param capacity places
     * @param grade with which the plan paints it; left out without one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AreaOutline(String name, int capacity, @Nullable String grade) {}

    /**
     * @param rowNames from the row nearest to the stage; the zones of a grade refer to them
     * @param grades with which its seats are painted; an event may leave out the zones of such grades
     */
    record Outline(
            String name,
            int rows,
            int seatsPerRow,
            String firstRow,
            List<Integer> aislesAfter,
            List<String> accessible,
            List<String> rowNames,
            List<String> grades) {

        static Outline of(Section section) {
            return new Outline(
                    section.name(),
                    section.rows(),
                    section.seatsPerRow(),
                    section.firstRow(),
                    section.aislesAfter(),
                    section.accessible(),
                    section.rowNames(),
                    section.grades() == null ? List.of() : section.grades());
        }
    }

    static VenueResponse of(Venue venue, SeatingPlan plan) {
        VenueResponse response = of(venue);
        return new VenueResponse(
                response.id(),
                response.name(),
                response.address(),
                response.city(),
                response.version(),
                response.capacity(),
                response.sections(),
                plan.areas().stream()
                        .map(area -> new AreaOutline(area.name(), area.capacity(), area.grade()))
                        .toList());
    }

    static VenueResponse of(Venue venue) {
        Venue.Naming naming = venue.naming();
        return new VenueResponse(
                venue.id(),
                naming.name(),
                naming.address(),
                naming.city(),
                venue.planVersion(),
                venue.capacity(),
                venue.outline().stream().map(Outline::of).toList(),
                null);
    }
}
