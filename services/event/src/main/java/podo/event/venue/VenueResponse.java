package podo.event.venue;

import java.util.List;
import podo.event.plan.Section;

/**
 * A venue as the API answers it; the plan itself is at {@code /api/venues/{id}/plan}.
 *
 * @param version of its plan, which a change names
 * @param capacity seats
 */
record VenueResponse(
        long id, String name, String address, String city, int version, int capacity, List<Outline> sections) {

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

    static VenueResponse of(Venue venue) {
        Venue.Naming naming = venue.naming();
        return new VenueResponse(
                venue.id(),
                naming.name(),
                naming.address(),
                naming.city(),
                venue.planVersion(),
                venue.capacity(),
                venue.outline().stream().map(Outline::of).toList());
    }
}
