package podo.reservation.waitingroom.alert;

import podo.reservation.waitingroom.line.Line;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;

/** "Tell me when seats come back": those with the lowest queue numbers are told first. */
@RestController
@RequestMapping("/api/events/{eventId}/queue/wish")
class SeatAlertController {

    private final Line line;
    private final SeatAlerts wishes;

    SeatAlertController(Line line, SeatAlerts wishes) {
        this.line = line;
        this.wishes = wishes;
    }

    @PutMapping
    SeatAlerts.Wish ask(@PathVariable long eventId, Fan fan) {
        wishes.ask(eventId, fan.id(), line.number(eventId, fan.id()));
        return wish(eventId, fan);
    }

    /** 404 when the fan has not asked. */
    @GetMapping
    SeatAlerts.Wish wish(@PathVariable long eventId, Fan fan) {
        return wishes.of(eventId, fan.id()).orElseThrow(NotFound::new);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable long eventId, Fan fan) {
        wishes.forget(eventId, fan.id());
    }
}
