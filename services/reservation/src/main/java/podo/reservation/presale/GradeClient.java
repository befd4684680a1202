package podo.reservation.presale;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Asks the inventory which grades an event has. */
interface GradeClient {

    record Grade(String name) {}

    record Hall(List<Grade> grades) {}

    @GetExchange("/internal/events/{eventId}/availability")
    Hall hall(@PathVariable long eventId);
}
