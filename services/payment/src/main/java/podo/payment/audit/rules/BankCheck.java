package podo.payment.audit.rules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import podo.payment.audit.evidence.OrderMoney;
import podo.payment.pg.TossClient;
import podo.payment.pg.TossPayment;
import podo.payment.pg.Verdict;

/** Compares the ledger with the bank's record, order by order. */
@Component
public class BankCheck {

    private final TossClient toss;
    private final AuditSettings settings;
    private final Clock clock;

    BankCheck(TossClient toss, AuditSettings settings, Clock clock) {
        this.toss = toss;
        this.settings = settings;
        this.clock = clock;
    }

    /** The orders that the bank may know and that changed within the last {@code podo.audit.days}. */
    public List<OrderMoney> selectRecent(List<OrderMoney> orders) {
        Instant since = clock.instant().minus(Duration.ofDays(settings.days()));
        return orders.stream()
                .filter(order -> order.attempted() && order.changedAt().isAfter(since))
                .toList();
    }

    /** Of those, the ones that are due now ({@link AuditSchedule}) or suspect. */
    public List<OrderMoney> selectDue(List<OrderMoney> orders, Set<String> suspects) {
        AuditSchedule schedule = new AuditSchedule(settings.every(), clock.instant());
        return selectRecent(orders).stream()
                .filter(order -> suspects.contains(order.orderId()) || schedule.isDue(order))
                .toList();
    }

    public List<AuditFinding> check(List<OrderMoney> orders) {
        List<AuditFinding> findings = new ArrayList<>();
        for (OrderMoney order : orders) {
            Verdict verdict =
                    order.paymentKey() == null ? toss.findByOrder(order.orderId()) : toss.findByKey(order.paymentKey());
            switch (verdict) {
                case Verdict.Done done -> compare(order, done.payment(), findings);
                case Verdict.NotFound none
                when order.isPaid() ->
                    findings.add(new AuditFinding("bank-does-not-know", order.orderId(), none.code(), order.eventId()));
                case Verdict.NotFound none -> {}
                default -> {
                    findings.add(new AuditFinding("bank-not-reached", "the bank", verdict.toString(), null));
                    return findings;
                }
            }
        }
        return findings;
    }

    private static void compare(OrderMoney order, TossPayment toss, List<AuditFinding> findings) {
        long captured = toss.isCaptured() ? toss.totalAmount() : 0;
        long refunded = toss.isCaptured() ? toss.refunded() : 0;
        boolean checking = order.isChecking();
        if (captured != order.ledgerCaptured() + (order.isPaid() ? 0 : order.surplusCaptured()) && !checking) {
            findings.add(new AuditFinding(
                    "bank-captured",
                    order.orderId(),
                    "the bank has " + captured + ", our ledger " + order.ledgerCaptured(),
                    order.eventId()));
        }
        if (order.isPaid() && refunded != order.ledgerRefunded()) {
            findings.add(new AuditFinding(
                    "bank-refunded",
                    order.orderId(),
                    "the bank refunded " + refunded + ", our ledger says " + order.ledgerRefunded(),
                    order.eventId()));
        }
    }
}
