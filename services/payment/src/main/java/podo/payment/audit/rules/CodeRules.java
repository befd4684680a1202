package podo.payment.audit.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import podo.payment.audit.evidence.AuditEvidence;
import podo.payment.audit.evidence.TicketAuditClient.CodeUse;
import podo.payment.audit.evidence.TicketAuditClient.Ticket;

/** A code is never used more often than it may, each use belongs to one living booking, and a ticket costs its price less what its code takes off. */
final class CodeRules {

    /** What is left of a sum below it is given as well. */
    private static final long SMALLEST_PAYMENT = 100;

    private final AuditEvidence evidence;
    private final List<AuditFinding> findings = new ArrayList<>();

    private CodeRules(AuditEvidence evidence) {
        this.evidence = evidence;
    }

    static List<AuditFinding> check(AuditEvidence evidence) {
        CodeRules rules = new CodeRules(evidence);
        evidence.codes().forEach(rules::checkUses);
        rules.checkDiscounts();
        return rules.findings;
    }

    private void checkUses(CodeUse code) {
        String subject = "code " + code.id();
        if (code.used() != code.bookings()) {
            report("code-miscounted", subject, code.eventId(), "is " + code.used() + ", should be " + code.bookings());
        }
        if (code.mostUses() > 0 && code.bookings() > code.mostUses()) {
            report(
                    "code-used-too-often",
                    subject,
                    code.eventId(),
                    "used " + code.bookings() + " times, may be " + code.mostUses());
        }
        if (code.strays() > 0) {
            report("code-use-astray", subject, code.eventId(), code.strays() + " uses without a living booking");
        }
        if (code.presalesWithoutUse() != null && code.presalesWithoutUse() > 0) {
            report(
                    "presale-without-use",
                    subject,
                    code.eventId(),
                    code.presalesWithoutUse() + " bookings of a presale are paid without a use of its code");
        }
    }

    private void checkDiscounts() {
        Map<Long, CodeUse> codes = evidence.codes().stream()
                .collect(Collectors.toMap(CodeUse::id, Function.identity(), (one, two) -> one));
        evidence.ticketsByOrder().forEach((orderId, tickets) -> {
            List<Ticket> cheaper =
                    tickets.stream().filter(ticket -> ticket.taken() != 0).toList();
            if (cheaper.isEmpty()) {
                return;
            }
            Long id = cheaper.getFirst().codeId();
            CodeUse code = id == null ? null : codes.get(id);
            if (code == null || !isLawful(code, tickets, cheaper)) {
                report(
                        "discount-otherwise-than-code",
                        orderId,
                        cheaper.getFirst().eventId(),
                        sum(cheaper, Ticket::taken) + " taken off "
                                + (code == null ? "without a code" : "by code " + code.id()));
            }
        });
    }

    /** Tickets of other grades cost their price; seats that were given back are not among the tickets. */
    private static boolean isLawful(CodeUse code, List<Ticket> tickets, List<Ticket> cheaper) {
        boolean isRestGiven = sum(tickets, Ticket::price) == 0 && rest(code, tickets) < SMALLEST_PAYMENT;
        return isRestGiven
                || switch (code.how()) {
                    case "AMOUNT" -> sum(cheaper, Ticket::taken) <= code.value();
                    default -> cheaper.stream().allMatch(ticket -> ticket.price() == reduced(code, ticket));
                };
    }

    /** What the code leaves of these tickets. */
    private static long rest(CodeUse code, List<Ticket> tickets) {
        return code.how().equals("AMOUNT")
                ? sum(tickets, Ticket::fullPrice) - code.value()
                : sum(tickets, ticket -> reduced(code, ticket));
    }

    private static long reduced(CodeUse code, Ticket ticket) {
        return switch (code.how()) {
            case "PERCENT" -> ticket.fullPrice() * (100 - code.value()) / 100;
            case "EARLY" -> ticket.fullPrice();
            default -> Math.min(ticket.fullPrice(), code.value());
        };
    }

    private static long sum(List<Ticket> tickets, ToLongFunction<Ticket> part) {
        return tickets.stream().mapToLong(part).sum();
    }

    private void report(String rule, String subject, long eventId, String detail) {
        findings.add(new AuditFinding(rule, subject, detail, eventId));
    }
}
