package podo.payment.audit.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** Inventory: the sold seats, each event's prices, and its seats counted by state. */
public interface SeatAuditClient {

    /**
     * @param grade the seat's grade, null when inventory does not say
     * @param price at which the seat was held, in whole won; null when inventory did not keep it
     * @param heldAt when it was held
     */
    record Sold(
            long seatId,
            String orderId,
            @Nullable String grade,
            @Nullable Long price,
            @Nullable Instant heldAt) {}

    /** By what prices and rules an event's seats are sold now. */
    record Plan(long eventId, int seatsPerFan, Instant salesEndAt, List<PlanGrade> grades) {}

    record PlanGrade(String name, long price) {}

    record Hall(long eventId, long capacity, long free, long held, long sold, long blocked) {

        public long sum() {
            return free + held + sold + blocked;
        }
    }

    /** In order of id, those after the given one. */
    @GetExchange("/internal/audit/sold")
    List<Sold> sold(@RequestParam long after, @RequestParam int limit);

    @GetExchange("/internal/audit/plans")
    List<Plan> plans();

    @GetExchange("/internal/audit/halls")
    List<Hall> halls();
}
