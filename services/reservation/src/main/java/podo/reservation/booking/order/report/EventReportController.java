package podo.reservation.booking.order.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.action.OrganiserAction;
import podo.reservation.action.OrganiserActions;
import podo.reservation.booking.order.search.OrderFilter;
import podo.reservation.booking.order.search.OrderQuery;
import podo.reservation.booking.order.search.OrderRow;
import podo.reservation.show.TeamEventScopes;
import podo.starter.passkey.NeedsPasskey;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;
import podo.starter.team.Right;

/** Reports about a team's event. */
@Tag(name = "Orders")
@RestController
@RequestMapping("/api/organiser/events/{eventId}")
class EventReportController {

    private final OrderQuery orders;
    private final OrderExport export;
    private final MoneyReports money;
    private final TeamEventScopes scopes;
    private final OrganiserActions actions;

    EventReportController(
            OrderQuery orders,
            OrderExport export,
            MoneyReports money,
            TeamEventScopes scopes,
            OrganiserActions actions) {
        this.orders = orders;
        this.export = export;
        this.money = money;
        this.scopes = scopes;
        this.actions = actions;
    }

    /** @param after the {@code last} of the page before */
    @Operation(
            summary =
                    "Read all orders of an event seat by seat, a page of orders at a time; needs a log-in with a passkey")
    @NeedsPasskey
    @GetMapping("/order-lines")
    OrderExport.LinePage lines(
            @PathVariable long eventId,
            @RequestParam(defaultValue = "") @Size(max = 64) String after,
            @RequestParam(defaultValue = "500") @Min(1) @Max(1_000) int size,
            Fan organiser) {
        scopes.require(Right.ORDERS_READ, organiser, eventId);
        if (after.isEmpty()) {
            actions.record(eventId, null, organiser.id(), OrganiserAction.Kind.ORDERS_EXPORTED, Map.of());
        }
        return export.page(
                new OrderFilter(scopes.of(Right.ORDERS_READ, organiser), eventId, null, null, false, false),
                last(after, organiser),
                size);
    }

    @Operation(
            summary =
                    "Read the money of an event by day, grade and kind, as the ledger has it; needs a log-in with a passkey")
    @NeedsPasskey
    @GetMapping("/money")
    MoneyReport money(@PathVariable long eventId, Fan organiser) {
        scopes.require(Right.MONEY_READ, organiser, eventId);
        return money.of(eventId);
    }

    private @Nullable OrderRow last(String after, Fan organiser) {
        return after.isEmpty()
                ? null
                : orders.find(after, scopes.of(Right.ORDERS_READ, organiser)).orElseThrow(NotFound::new);
    }
}
