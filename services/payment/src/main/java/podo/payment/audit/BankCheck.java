package podo.payment.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import podo.payment.pg.TossClient;
import podo.payment.pg.TossPayment;
import podo.payment.pg.Verdict;

/** Compares our ledger with the bank's own: for each order that was ever brought to it in the last days. */
@Component
class BankCheck {

    private final TossClient toss;
    private final AuditSettings settings;
    private final Clock clock;

    BankCheck(TossClient toss, AuditSettings settings, Clock clock) {
        this.toss = toss;
        this.settings = settings;
        this.clock = clock;
    }

    List<OrderMoney> worthAsking(List<OrderMoney> orders) {
        Instant since = clock.instant().minus(Duration.ofDays(settings.days()));
        return orders.stream()
                .filter(order -> order.attempted() && order.changedAt().isAfter(since))
                .toList();
    }

    /** Of those, the ones whose turn it is: see {@link AuditSchedule}. */
    List<OrderMoney> dueNow(List<OrderMoney> orders, Set<String> suspects) {
        AuditSchedule rota = new AuditSchedule(settings.every(), clock.instant());
        return worthAsking(orders).stream()
                .filter(order -> suspects.contains(order.orderId()) || rota.isTurnOf(order))
                .toList();
    }

    List<AuditFinding> broken(List<OrderMoney> orders) {
        List<AuditFinding> findings = new ArrayList<>();
        for (OrderMoney order : orders) {
            Verdict verdict =
                    order.paymentKey() == null ? toss.byOrder(order.orderId()) : toss.byKey(order.paymentKey());
            switch (verdict) {
                case Verdict.Done done -> compare(order, done.payment(), findings);
                case Verdict.NotFound none
                when order.isPaid() ->
                    findings.add(new AuditFinding("bank-does-not-know", order.orderId(), none.code()));
                case Verdict.NotFound none -> {}
                default -> {
                    findings.add(new AuditFinding("bank-not-reached", "the bank", verdict.toString()));
                    return findings;
                }
            }
        }
        return findings;
    }

    private static void compare(OrderMoney order, TossPayment toss, List<AuditFinding> findings) {
        long captured = toss.isCaptured() ? toss.totalAmount() : 0;
        long refunded = toss.isCaptured() ? toss.refunded() : 0;
        boolean checking = order.status().equals("CHECKING");
        if (captured != order.captured() + (order.isPaid() ? 0 : order.capturedInVain()) && !checking) {
            findings.add(new AuditFinding(
                    "bank-captured", order.orderId(), "the bank has " + captured + ", our ledger " + order.captured()));
        }
        if (order.isPaid() && refunded != order.givenBack()) {
            findings.add(new AuditFinding(
                    "bank-refunded",
                    order.orderId(),
                    "the bank gave back " + refunded + ", our ledger says " + order.givenBack()));
        }
    }
}
