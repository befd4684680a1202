package podo.payment.audit.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import podo.payment.audit.evidence.GiveBackFacts.Refunded;

/** Reads what inventory, reservation and this service have recorded of give-backs. */
@Component
class GiveBackFactsReader {

    private static final int PAGE_SIZE = 1_000;

    private final SeatAuditClient seats;
    private final GiveBackAuditClient giveBacks;
    private final JdbcClient jdbc;

    GiveBackFactsReader(SeatAuditClient seats, GiveBackAuditClient giveBacks, JdbcClient jdbc) {
        this.seats = seats;
        this.giveBacks = giveBacks;
        this.jdbc = jdbc;
    }

    GiveBackFacts read() {
        List<SeatAuditClient.Passed> passed = KeysetPages.all(
                PAGE_SIZE, "", SeatAuditClient.Passed::giveBackId, after -> seats.passed(after, PAGE_SIZE));
        List<GiveBackAuditClient.Sold> sold = KeysetPages.all(
                PAGE_SIZE, "", GiveBackAuditClient.Sold::id, after -> giveBacks.giveBacks(after, PAGE_SIZE));
        return new GiveBackFacts(
                passed,
                sold,
                refunds(sold.stream()
                        .map(GiveBackAuditClient.Sold::cancellationId)
                        .toList()));
    }

    private Map<String, Refunded> refunds(List<String> ids) {
        Map<String, Refunded> refunds = new HashMap<>();
        for (int from = 0; from < ids.size(); from += PAGE_SIZE) {
            jdbc.sql("SELECT id, order_id, amount, fee FROM refund WHERE id IN (:ids)")
                    .param("ids", ids.subList(from, Math.min(ids.size(), from + PAGE_SIZE)))
                    .query(row -> {
                        refunds.put(
                                row.getString("id"),
                                new Refunded(row.getString("order_id"), row.getLong("amount"), row.getLong("fee")));
                    });
        }
        return refunds;
    }
}
