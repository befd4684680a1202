package podo.reservation.booking.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.booking.order.search.OrderQuery;
import podo.reservation.booking.order.search.OrderRow;
import podo.reservation.booking.ticket.name.GivenName;
import podo.reservation.booking.ticket.name.TicketNameDesk;
import podo.reservation.show.TeamEventScopes;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;
import podo.starter.team.Right;

/** The names on the tickets of an order of a team's events. */
@Tag(name = "Orders")
@RestController
class OrderNameController {

    private final OrderQuery orders;
    private final OrderViews views;
    private final TicketNameDesk desk;
    private final TeamEventScopes scopes;

    OrderNameController(OrderQuery orders, OrderViews views, TicketNameDesk desk, TeamEventScopes scopes) {
        this.orders = orders;
        this.views = views;
        this.desk = desk;
        this.scopes = scopes;
    }

    /** 404 for a ticket of another order; 409 {@code name-fixed} once one was given back or has let somebody in. */
    @Operation(summary = "Set the names on tickets of an order, all together or none; an empty name is the holder's")
    @PutMapping("/api/organiser/orders/{orderId}/names")
    OrderView change(@PathVariable String orderId, @Valid @RequestBody GivenName.Request request, Fan organiser) {
        OrderRow order =
                orders.find(orderId, scopes.of(Right.ORDERS_READ, organiser)).orElseThrow(NotFound::new);
        scopes.require(Right.ORDERS_CHANGE, organiser, order.eventId());
        desk.changeOfOrder(order.eventId(), order.orderId(), order.reservationId(), organiser.id(), request.names());
        return views.of(order);
    }
}
