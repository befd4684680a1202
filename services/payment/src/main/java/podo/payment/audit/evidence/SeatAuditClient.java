package podo.payment.audit.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** Inventory: the sold seats, each event's prices, and its seats counted by state. */
public interface SeatAuditClient {

    /**
     * @param grade of the seat that was held and paid for, null when inventory does not say
     * @param price at which the seat was held, in whole won; null when inventory did not keep it, 0 when its hold does not name the seat
     * @param heldAt when it was held
     * @param movedFrom the seat that the order had before the organiser moved it here; null when it was not moved
     */
    record Sold(
            long seatId,
            String orderId,
            @Nullable String grade,
            @Nullable Long price,
            @Nullable Instant heldAt,
            @Nullable Long movedFrom) {

        /** Whether a refund that was asked for these seats is one of this seat, also when it was moved since. */
        public boolean isAmong(Set<Long> seatIds) {
            return seatIds.contains(seatId) || movedFrom != null && seatIds.contains(movedFrom);
        }
    }

    /** By what prices and rules an event's seats are sold now. */
    record Plan(long eventId, int seatsPerFan, Instant salesEndAt, List<PlanGrade> grades) {}

    /** @param kinds of ticket beside the usual one; null from a service that knows none */
    record PlanGrade(String name, long price, @Nullable List<PlanKind> kinds) {

        /** A grade with usual tickets only. */
        public PlanGrade(String name, long price) {
            this(name, price, null);
        }

        public List<PlanKind> kindsOrNone() {
            return kinds == null ? List.of() : kinds;
        }
    }

    /** What a kind of ticket costs. */
    record PlanKind(String name, long price) {}

    record Hall(long eventId, long capacity, long free, long held, long sold, long blocked) {

        public long sum() {
            return free + held + sold + blocked;
        }
    }

    /** In order of id, those after the given one. */
    @GetExchange("/internal/audit/sold")
    List<Sold> sold(@RequestParam long after, @RequestParam int limit);

    /** A seat that was offered back and passed from one order to another. */
    record Passed(String giveBackId, long seatId, String giverOrder, String buyerOrder) {}

    /** In order of id, those after the given one. */
    @GetExchange("/internal/audit/give-backs")
    List<Passed> passed(@RequestParam String after, @RequestParam int limit);

    @GetExchange("/internal/audit/plans")
    List<Plan> plans();

    @GetExchange("/internal/audit/halls")
    List<Hall> halls();
}
