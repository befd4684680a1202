package podo.reservation.booking.ticket.name;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.security.Fan;

/** The names on a holder's own tickets. */
@Tag(name = "Tickets")
@RestController
class TicketNameController {

    private final TicketNameDesk desk;

    TicketNameController(TicketNameDesk desk) {
        this.desk = desk;
    }

    /** 404 for a ticket that the caller does not hold; 409 {@code name-fixed} once it was given back or has let somebody in. */
    @Operation(summary = "Set the names that stand on your tickets, all together or none; an empty name is your own")
    @PutMapping("/api/tickets/names")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@Valid @RequestBody GivenName.Request request, Fan fan) {
        desk.changeOwn(fan.id(), request.names());
    }
}
