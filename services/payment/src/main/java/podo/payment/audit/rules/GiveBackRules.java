package podo.payment.audit.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import podo.contracts.inventory.SeatIds;
import podo.payment.audit.evidence.AuditEvidence;
import podo.payment.audit.evidence.GiveBackAuditClient.Sold;
import podo.payment.audit.evidence.GiveBackFacts.Refunded;
import podo.payment.audit.evidence.OrderMoney;
import podo.payment.audit.evidence.SeatAuditClient.Passed;

/**
 * Each seat that was offered back and changed hands has one sale, which is paid, and one refund, of all that the giver had paid. That nobody else
 * has a ticket of the seat, and that no other refund was made, the rules for all orders say.
 */
final class GiveBackRules {

    private final AuditEvidence evidence;
    private final List<AuditFinding> findings = new ArrayList<>();

    private GiveBackRules(AuditEvidence evidence) {
        this.evidence = evidence;
    }

    static List<AuditFinding> check(AuditEvidence evidence) {
        GiveBackRules rules = new GiveBackRules(evidence);
        rules.checkBothSides();
        rules.checkMoney();
        return rules.findings;
    }

    /** Inventory and reservation agree on which seats changed hands, from whom and to whom. */
    private void checkBothSides() {
        Map<String, Sold> sold =
                evidence.giveBacks().sold().stream().collect(Collectors.toMap(Sold::id, Function.identity()));
        Map<String, Passed> passed = evidence.giveBacks().passed().stream()
                .collect(Collectors.toMap(Passed::giveBackId, Function.identity()));
        passed.values().forEach(seat -> {
            Sold known = sold.get(seat.giveBackId());
            if (known == null
                    || !known.giverOrder().equals(seat.giverOrder())
                    || !known.buyerOrder().equals(seat.buyerOrder())) {
                report(
                        "given-back-without-refund",
                        seat.seatId(),
                        "passed from order " + seat.giverOrder() + " to " + seat.buyerOrder()
                                + ", which reservation does not know");
            }
        });
        sold.values().stream()
                .filter(known -> !passed.containsKey(known.id()))
                .forEach(known -> report(
                        "given-back-without-sale",
                        known.seatId(),
                        "ended for order " + known.giverOrder() + " without a sale in inventory"));
    }

    private void checkMoney() {
        Map<String, OrderMoney> orders = evidence.byOrder();
        for (Sold given : evidence.giveBacks().sold()) {
            OrderMoney buyer = orders.get(given.buyerOrder());
            if (buyer == null || !buyer.isPaid()) {
                report("given-back-unpaid", given.seatId(), "order " + given.buyerOrder() + " has not paid");
            }
            if (!isRefunded(given, orders.get(given.giverOrder()))) {
                report(
                        "given-back-without-refund",
                        given.seatId(),
                        "order " + given.giverOrder() + " lacks its refund of " + given.price());
            }
        }
    }

    private boolean isRefunded(Sold given, @Nullable OrderMoney giver) {
        if (given.cancellationId().isEmpty()) {
            // cancelled by the fan before it was sold: by the terms of a cancellation, fee and all
            return giver != null && giver.refunded() + giver.fees() + giver.pendingRefunds() >= given.price();
        }
        Refunded refund = evidence.giveBacks().refunds().get(given.cancellationId());
        return Objects.equals(refund, new Refunded(given.giverOrder(), given.price(), 0));
    }

    private void report(String rule, long seatId, String detail) {
        findings.add(new AuditFinding(rule, "seat " + seatId, detail, SeatIds.eventId(seatId)));
    }
}
