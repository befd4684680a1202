package podo.payment.audit.rules;

import java.util.ArrayList;
import java.util.List;
import podo.payment.audit.evidence.AuditEvidence;
import podo.payment.audit.evidence.OrderMoney;
import podo.payment.audit.evidence.TicketAuditClient;
import podo.payment.order.PaymentWay;

/**
 * Orders of box offices. That their money stands in the ledger, and that each of their seats is sold once and has a ticket, the rules for all
 * orders say.
 */
final class BoxOfficeRules {

    private final AuditEvidence evidence;
    private final List<AuditFinding> findings = new ArrayList<>();

    private BoxOfficeRules(AuditEvidence evidence) {
        this.evidence = evidence;
    }

    static List<AuditFinding> check(AuditEvidence evidence) {
        BoxOfficeRules rules = new BoxOfficeRules(evidence);
        evidence.orders().stream().filter(OrderMoney::isPaid).forEach(rules::checkWay);
        return rules.findings;
    }

    /** What a box office sold was paid there, and the bank has nothing to do with it; what a fan ordered was not. */
    private void checkWay(OrderMoney order) {
        if (order.ofBoxOffice() != order.way().isAtBoxOffice()) {
            report("paid-at-the-wrong-place", order, "paid by " + order.way());
        }
        if (order.way().isAtBoxOffice() && order.attempted()) {
            report("box-office-order-charged", order, "the bank was asked for money");
        }
        if (order.way() == PaymentWay.COMPLIMENTARY) {
            checkGivenAway(order);
        }
    }

    private void checkGivenAway(OrderMoney order) {
        long price = evidence.ticketsByOrder().getOrDefault(order.orderId(), List.of()).stream()
                .mapToLong(TicketAuditClient.Ticket::price)
                .sum();
        if (order.amount() != 0 || price != 0) {
            report(
                    "given-away-at-a-price",
                    order,
                    "its amount is " + order.amount() + ", its tickets cost " + price + ", should be 0");
        }
    }

    private void report(String rule, OrderMoney order, String detail) {
        findings.add(new AuditFinding(rule, order.orderId(), detail, order.eventId()));
    }
}
