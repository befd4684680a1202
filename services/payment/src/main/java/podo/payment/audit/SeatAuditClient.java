package podo.payment.audit;

import java.util.List;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** The sold seats and the halls' sums, as inventory has them. */
interface SeatAuditClient {

    record Sold(long seatId, String orderId) {}

    record Hall(long eventId, long capacity, long free, long held, long sold, long blocked) {

        long sum() {
            return free + held + sold + blocked;
        }
    }

    /** By id, those after the one named. */
    @GetExchange("/internal/audit/sold")
    List<Sold> sold(@RequestParam long after, @RequestParam int limit);

    @GetExchange("/internal/audit/halls")
    List<Hall> halls();
}
