package podo.payment.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The promises, as comparisons. Each is one method; a finding names the row that breaks it. */
final class AuditRules {

    private final AuditEvidence evidence;
    private final List<AuditFinding> findings = new ArrayList<>();

    private AuditRules(AuditEvidence evidence) {
        this.evidence = evidence;
    }

    static List<AuditFinding> broken(AuditEvidence evidence) {
        AuditRules rules = new AuditRules(evidence);
        rules.theLedgerAgreesWithThePayments();
        rules.paidIsTicketedOrGivenBack();
        rules.eachTicketIsPaid();
        rules.eachSoldSeatHasItsTicket();
        rules.eachTicketHasItsSeat();
        rules.noSeatIsLost();
        return rules.findings;
    }

    private void theLedgerAgreesWithThePayments() {
        for (OrderMoney order : evidence.orders()) {
            expect(order.captured(), order.isPaid() ? order.amount() : 0, "ledger-captured", order.orderId());
            expect(order.givenBack(), order.refunded(), "ledger-refunded", order.orderId());
            expect(order.givenBackInVain(), order.capturedInVain(), "charged-in-vain", order.orderId());
            if (order.stuck() > 0) {
                find("refund-stuck", order.orderId(), "the bank refuses to give money back: a person must look");
            }
        }
    }

    private void paidIsTicketedOrGivenBack() {
        Map<String, List<TicketAuditClient.Ticket>> tickets = evidence.ticketsByOrder();
        for (OrderMoney order : evidence.orders()) {
            long ticketed = tickets.getOrDefault(order.orderId(), List.of()).stream()
                    .mapToLong(TicketAuditClient.Ticket::price)
                    .sum();
            expect(ticketed, order.mayBeTicketed(), "paid-without-ticket", order.orderId());
        }
    }

    private void eachTicketIsPaid() {
        Map<String, OrderMoney> orders = evidence.byOrder();
        for (TicketAuditClient.Ticket ticket : evidence.tickets()) {
            OrderMoney order = orders.get(ticket.orderId());
            if (order == null || !order.isPaid()) {
                find("ticket-without-payment", ticket.orderId(), "seat " + ticket.seatId() + " has a ticket");
            }
        }
    }

    private void eachSoldSeatHasItsTicket() {
        Map<Long, List<TicketAuditClient.Ticket>> tickets = evidence.ticketsBySeat();
        Map<String, OrderMoney> orders = evidence.byOrder();
        for (SeatAuditClient.Sold seat : evidence.sold()) {
            long matching = tickets.getOrDefault(seat.seatId(), List.of()).stream()
                    .filter(ticket -> ticket.orderId().equals(seat.orderId()))
                    .count();
            OrderMoney order = orders.get(seat.orderId());
            boolean onItsWayBack = order != null && order.promisedSeats().contains(seat.seatId());
            if (matching != 1 && !onItsWayBack) {
                find(
                        "sold-without-ticket",
                        "seat " + seat.seatId(),
                        "sold to order " + seat.orderId() + ", which has " + matching + " tickets for it");
            }
        }
    }

    private void eachTicketHasItsSeat() {
        Map<Long, SeatAuditClient.Sold> sold = evidence.soldBySeat();
        evidence.ticketsBySeat().forEach((seatId, tickets) -> {
            if (tickets.size() > 1) {
                find("seat-sold-twice", "seat " + seatId, tickets.size() + " valid tickets");
            }
            SeatAuditClient.Sold seat = sold.get(seatId);
            for (TicketAuditClient.Ticket ticket : tickets) {
                if (seat == null || !seat.orderId().equals(ticket.orderId())) {
                    find(
                            "ticket-without-seat",
                            "seat " + seatId,
                            "ticket of order " + ticket.orderId() + ", sold to "
                                    + (seat == null ? "nobody" : seat.orderId()));
                }
            }
        });
    }

    private void noSeatIsLost() {
        for (SeatAuditClient.Hall hall : evidence.halls()) {
            expect(hall.sum(), hall.capacity(), "seats-do-not-add-up", "event " + hall.eventId());
        }
    }

    private void expect(long is, long should, String rule, String subject) {
        if (is != should) {
            find(rule, subject, "is " + is + ", should be " + should);
        }
    }

    private void find(String rule, String subject, String detail) {
        findings.add(new AuditFinding(rule, subject, detail));
    }
}
