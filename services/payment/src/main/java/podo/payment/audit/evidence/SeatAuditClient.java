package podo.payment.audit.evidence;

import java.util.List;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** Inventory: the sold seats, and each event's seats counted by state. */
public interface SeatAuditClient {

    record Sold(long seatId, String orderId) {}

    record Hall(long eventId, long capacity, long free, long held, long sold, long blocked) {

        public long sum() {
            return free + held + sold + blocked;
        }
    }

    /** In order of id, those after the given one. */
    @GetExchange("/internal/audit/sold")
    List<Sold> sold(@RequestParam long after, @RequestParam int limit);

    @GetExchange("/internal/audit/halls")
    List<Hall> halls();
}
