package podo.reservation.waitingroom.alert;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.waitingroom.line.Line;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;

/** Alerts for returned seats; fans with the lowest queue numbers are alerted first. */
@Tag(name = "Seat alerts")
@RestController
@RequestMapping("/api/events/{eventId}/queue/wish")
class SeatAlertController {

    private final Line line;
    private final SeatAlerts alerts;

    SeatAlertController(Line line, SeatAlerts alerts) {
        this.line = line;
        this.alerts = alerts;
    }

    @Operation(summary = "Request an alert for returned seats")
    @PutMapping
    SeatAlerts.Alert request(@PathVariable long eventId, Fan fan) {
        alerts.request(eventId, fan.id(), line.number(eventId, fan.id()));
        return find(eventId, fan);
    }

    /** 404 when the fan has not requested one. */
    @Operation(summary = "Get your seat alert")
    @GetMapping
    SeatAlerts.Alert find(@PathVariable long eventId, Fan fan) {
        return alerts.find(eventId, fan.id()).orElseThrow(NotFound::new);
    }

    @Operation(summary = "Cancel your seat alert")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long eventId, Fan fan) {
        alerts.cancel(eventId, fan.id());
    }
}
