package podo.event.show.api;

import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import podo.event.show.Catalogue;
import podo.event.show.EventSnapshot;
import podo.event.show.terms.SeatGrades;
import podo.event.show.terms.Terms;
import podo.event.venue.VenueHall;
import podo.event.venue.VenueHalls;
import podo.starter.problem.NotFound;

/** Serves the seat plan of a published event to the inventory; 50,000 seats are too large for a message. */
@RestController
class PlanController {

    record PlanGrade(String name, long price) {}

    /** @param seq the seat's number within the event, from 1 */
    record PlanSeat(int seq, String section, String row, int number, String grade, boolean accessible, int x, int y) {}

    record Plan(
            long eventId,
            int version,
            String title,
            String venue,
            Instant startsAt,
            Instant onSaleAt,
            Instant salesEndAt,
            int seatsPerFan,
            List<PlanGrade> grades,
            List<PlanSeat> seats) {}

    private final Catalogue catalogue;
    private final VenueHalls halls;

    PlanController(Catalogue catalogue, VenueHalls halls) {
        this.catalogue = catalogue;
        this.halls = halls;
    }

    @GetMapping("/internal/events/{id}/plan")
    Plan plan(@PathVariable long id) {
        EventSnapshot event = catalogue.published(id);
        Terms terms = event.terms();
        VenueHall hall = halls.find(terms.venueId()).orElseThrow(NotFound::new);
        return new Plan(
                id,
                event.planVersion(),
                terms.title(),
                event.venue(),
                terms.startsAt(),
                terms.onSaleAt(),
                terms.salesEndAt(),
                terms.seatsPerFan(),
                terms.grades().stream()
                        .map(grade -> new PlanGrade(grade.name(), grade.price()))
                        .toList(),
                toSeats(hall, terms));
    }

    private static List<PlanSeat> toSeats(VenueHall hall, Terms terms) {
        SeatGrades grades = SeatGrades.of(hall.sections(), terms.grades());
        return hall.seats().stream()
                .map(seat -> new PlanSeat(
                        seat.seq(),
                        seat.section(),
                        seat.row(),
                        seat.number(),
                        grades.of(seat.section(), seat.row()),
                        seat.accessible(),
                        seat.x(),
                        seat.y()))
                .toList();
    }
}
