package podo.payment.history;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The money of orders and events, for reservation. */
@RestController
class MoneyHistoryController {

    /** @param last the last order of this page, whose id the next one begins after; empty when there is no next one */
    record LedgerPage(List<LedgerMovement> movements, String last) {}

    private static final int ORDERS_PER_PAGE = 500;

    private final MoneyHistoryQuery query;
    private final EventTakingsQuery takings;

    MoneyHistoryController(MoneyHistoryQuery query, EventTakingsQuery takings) {
        this.query = query;
        this.takings = takings;
    }

    @GetMapping("/internal/orders/{orderId}/history")
    List<MoneyEvent> history(@PathVariable String orderId) {
        return query.ofOrder(orderId);
    }

    /** The ledger of an event's orders, those after {@code after}; 500 orders at a time. */
    @GetMapping("/internal/events/{eventId}/ledger")
    LedgerPage ledger(@PathVariable long eventId, @RequestParam(defaultValue = "") String after) {
        List<String> orders = query.orderIds(eventId, after, ORDERS_PER_PAGE);
        return new LedgerPage(query.movements(orders), orders.size() < ORDERS_PER_PAGE ? "" : orders.getLast());
    }

    /** The sums of an event, for its live board. */
    @GetMapping("/internal/events/{eventId}/takings")
    EventTakings takings(@PathVariable long eventId) {
        return takings.of(eventId);
    }
}
