package podo.payment.audit.evidence;

import java.util.List;
import java.util.Map;

/**
 * What is recorded of seats that were offered back and sold.
 *
 * @param passed seats that changed hands, as inventory says
 * @param sold give-backs that ended with a sale, as reservation says
 * @param refunds this service's refunds of those, by the id of the cancellation
 */
public record GiveBackFacts(
        List<SeatAuditClient.Passed> passed, List<GiveBackAuditClient.Sold> sold, Map<String, Refunded> refunds) {

    public static final GiveBackFacts NONE = new GiveBackFacts(List.of(), List.of(), Map.of());

    /** A refund, done or on its way; in whole won. */
    public record Refunded(String orderId, long amount, long fee) {}
}
