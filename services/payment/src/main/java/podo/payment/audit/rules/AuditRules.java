package podo.payment.audit.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import podo.contracts.inventory.SeatIds;
import podo.payment.audit.evidence.AuditEvidence;
import podo.payment.audit.evidence.OrderMoney;
import podo.payment.audit.evidence.SeatAuditClient;
import podo.payment.audit.evidence.TicketAuditClient;

/** The comparisons between payment, reservation and inventory, one method each. */
public final class AuditRules {

    private final AuditEvidence evidence;
    private final List<AuditFinding> findings = new ArrayList<>();

    private AuditRules(AuditEvidence evidence) {
        this.evidence = evidence;
    }

    /** @return one finding for each row that breaks a rule */
    public static List<AuditFinding> check(AuditEvidence evidence) {
        AuditRules rules = new AuditRules(evidence);
        rules.checkLedger();
        rules.checkPaidOrders();
        rules.checkFreeOrders();
        rules.checkTicketsArePaid();
        rules.checkSoldSeats();
        rules.checkTicketSeats();
        rules.checkHalls();
        rules.findings.addAll(PriceRules.check(evidence));
        rules.findings.addAll(CodeRules.check(evidence));
        rules.findings.addAll(GiveBackRules.check(evidence));
        rules.findings.addAll(BoxOfficeRules.check(evidence));
        return rules.findings;
    }

    private void checkLedger() {
        for (OrderMoney order : evidence.orders()) {
            expect(order.ledgerCaptured(), order.isPaid() ? order.amount() : 0, "ledger-captured", order);
            expect(order.ledgerRefunded(), order.refunded(), "ledger-refunded", order);
            expect(order.surplusRefunded(), order.surplusCaptured(), "charged-in-vain", order);
            if (order.stuckRefunds() > 0) {
                report(
                        "refund-stuck",
                        order.orderId(),
                        "the bank refuses a refund: an operator must decide",
                        order.eventId());
            }
        }
    }

    private void checkPaidOrders() {
        Map<String, List<TicketAuditClient.Ticket>> tickets = evidence.ticketsByOrder();
        for (OrderMoney order : evidence.orders()) {
            long ticketed = tickets.getOrDefault(order.orderId(), List.of()).stream()
                    .mapToLong(TicketAuditClient.Ticket::price)
                    .sum();
            expect(ticketed, order.ticketedAmount(), "paid-without-ticket", order);
        }
    }

    /** Sums say nothing of an order that costs nothing: its tickets are counted, and the bank has nothing to do with it. */
    private void checkFreeOrders() {
        Map<String, List<TicketAuditClient.Ticket>> tickets = evidence.ticketsByOrder();
        for (OrderMoney order : evidence.orders()) {
            if (!order.isFree()) {
                continue;
            }
            if (order.attempted() || order.ledgerCaptured() != 0 || order.surplusCaptured() != 0) {
                report("free-order-charged", order.orderId(), "the bank was asked for money", order.eventId());
            }
            int ticketed = tickets.getOrDefault(order.orderId(), List.of()).size();
            expect(ticketed, order.isPaid() ? order.seats() - order.seatsBack() : 0, "free-without-ticket", order);
        }
    }

    private void checkTicketsArePaid() {
        Map<String, OrderMoney> orders = evidence.byOrder();
        for (TicketAuditClient.Ticket ticket : evidence.tickets()) {
            OrderMoney order = orders.get(ticket.orderId());
            if (order == null || !order.isPaid()) {
                report(
                        "ticket-without-payment",
                        ticket.orderId(),
                        "seat " + ticket.seatId() + " has a ticket",
                        ticket.eventId());
            }
        }
    }

    private void checkSoldSeats() {
        Map<Long, List<TicketAuditClient.Ticket>> tickets = evidence.ticketsBySeat();
        Map<String, OrderMoney> orders = evidence.byOrder();
        for (SeatAuditClient.Sold seat : evidence.sold()) {
            long matching = tickets.getOrDefault(seat.seatId(), List.of()).stream()
                    .filter(ticket -> ticket.orderId().equals(seat.orderId()))
                    .count();
            OrderMoney order = orders.get(seat.orderId());
            boolean refundPending = order != null && seat.isAmong(order.pendingSeats());
            if (matching != 1 && !refundPending) {
                report(
                        "sold-without-ticket",
                        "seat " + seat.seatId(),
                        "sold to order " + seat.orderId() + "; tickets for this seat: " + matching
                                + (seat.movedFrom() == null ? "" : "; moved from seat " + seat.movedFrom()),
                        SeatIds.eventId(seat.seatId()));
            }
        }
    }

    private void checkTicketSeats() {
        Map<Long, SeatAuditClient.Sold> sold = evidence.soldBySeat();
        evidence.ticketsBySeat().forEach((seatId, tickets) -> {
            if (tickets.size() > 1) {
                report("seat-sold-twice", "seat " + seatId, tickets.size() + " valid tickets", SeatIds.eventId(seatId));
            }
            SeatAuditClient.Sold seat = sold.get(seatId);
            for (TicketAuditClient.Ticket ticket : tickets) {
                if (seat == null || !seat.orderId().equals(ticket.orderId())) {
                    report(
                            "ticket-without-seat",
                            "seat " + seatId,
                            "ticket of order " + ticket.orderId() + ", sold to "
                                    + (seat == null ? "nobody" : seat.orderId()),
                            SeatIds.eventId(seatId));
                }
            }
        });
    }

    private void checkHalls() {
        for (SeatAuditClient.Hall hall : evidence.halls()) {
            if (hall.sum() != hall.capacity()) {
                report(
                        "seats-do-not-add-up",
                        "event " + hall.eventId(),
                        difference(hall.sum(), hall.capacity()),
                        hall.eventId());
            }
        }
    }

    private void expect(long actual, long expected, String rule, OrderMoney order) {
        if (actual != expected) {
            report(rule, order.orderId(), difference(actual, expected), order.eventId());
        }
    }

    private void report(String rule, String subject, String detail, long eventId) {
        findings.add(new AuditFinding(rule, subject, detail, eventId));
    }

    private static String difference(long actual, long expected) {
        return "is " + actual + ", should be " + expected;
    }
}
