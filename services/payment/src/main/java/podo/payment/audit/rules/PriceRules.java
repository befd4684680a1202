package podo.payment.audit.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import podo.contracts.inventory.SeatIds;
import podo.payment.audit.evidence.AuditEvidence;
import podo.payment.audit.evidence.OrderMoney;
import podo.payment.audit.evidence.PriceAuditClient.Advertised;
import podo.payment.audit.evidence.PriceAuditClient.PriceSince;
import podo.payment.audit.evidence.SeatAuditClient.Plan;
import podo.payment.audit.evidence.SeatAuditClient.PlanGrade;
import podo.payment.audit.evidence.SeatAuditClient.Sold;
import podo.payment.audit.evidence.TicketAuditClient.Ticket;
import podo.payment.order.PaymentWay;

/** What was advertised, what seats were held at, and what was charged: the same price from the event page to the ledger. */
final class PriceRules {

    /** Between the inventory's acceptance of a new price and the event's own row, and between two clocks. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final AuditEvidence evidence;
    private final List<AuditFinding> findings = new ArrayList<>();
    /** Orders whose tickets cost nothing, whatever was advertised; {@link BoxOfficeRules} checks that. */
    private final Set<String> givenAway;

    private PriceRules(AuditEvidence evidence) {
        this.evidence = evidence;
        this.givenAway = evidence.orders().stream()
                .filter(order -> order.way() == PaymentWay.COMPLIMENTARY)
                .map(OrderMoney::orderId)
                .collect(Collectors.toSet());
    }

    static List<AuditFinding> check(AuditEvidence evidence) {
        PriceRules rules = new PriceRules(evidence);
        rules.checkPlans();
        rules.checkSoldSeats();
        return rules.findings;
    }

    /** The event page and the seat map advertise the same, now. */
    private void checkPlans() {
        Map<Long, Plan> plans =
                evidence.plans().stream().collect(Collectors.toMap(Plan::eventId, plan -> plan, (one, two) -> one));
        for (Advertised event : evidence.advertised()) {
            Plan plan = plans.get(event.eventId());
            if (plan == null) {
                continue; // not laid out yet, or cancelled
            }
            String subject = "event " + event.eventId();
            expect(
                    prices(plan.grades()),
                    prices(event.grades()),
                    "sold-otherwise-than-advertised",
                    event.eventId(),
                    subject);
            expect(
                    plan.seatsPerFan(),
                    event.seatsPerFan(),
                    "limit-otherwise-than-advertised",
                    event.eventId(),
                    subject);
            expect(
                    plan.salesEndAt(),
                    event.salesEndAt(),
                    "sale-ends-otherwise-than-advertised",
                    event.eventId(),
                    subject);
        }
    }

    private void checkSoldSeats() {
        Map<Long, List<Ticket>> tickets = evidence.ticketsBySeat();
        Map<Long, List<PriceSince>> history =
                evidence.advertised().stream().collect(Collectors.toMap(Advertised::eventId, Advertised::history));
        for (Sold seat : evidence.sold()) {
            Long held = seat.price();
            if (held == null) {
                continue;
            }
            String subject = "seat " + seat.seatId();
            tickets.getOrDefault(seat.seatId(), List.of()).stream()
                    .filter(ticket -> ticket.orderId().equals(seat.orderId()))
                    .forEach(ticket -> {
                        expect(ticket.usualPrice(), held, "charged-otherwise-than-held", ticket.eventId(), subject);
                        checkKind(ticket, seat, history.getOrDefault(ticket.eventId(), List.of()), subject);
                    });
            checkAdvertised(seat, held, history.getOrDefault(SeatIds.eventId(seat.seatId()), List.of()), subject);
        }
    }

    /** A usual ticket costs what the seat was held at, another kind what was advertised for it when it was booked. */
    private void checkKind(Ticket ticket, Sold seat, List<PriceSince> history, String subject) {
        Instant bookedAt = ticket.bookedAt();
        String kind = ticket.kind();
        if (bookedAt == null || givenAway.contains(ticket.orderId())) {
            return;
        }
        if (kind == null) {
            expect(ticket.fullPrice(), ticket.usualPrice(), "charged-otherwise-than-held", ticket.eventId(), subject);
            return;
        }
        List<PriceSince> ofGrade = history.stream()
                .filter(price -> price.grade().equals(seat.grade()))
                .toList();
        Set<Long> advertised = around(bookedAt, ofGrade, price -> price.priceOf(kind));
        if (!ofGrade.isEmpty() && !advertised.contains(ticket.fullPrice())) {
            findings.add(new AuditFinding(
                    "charged-otherwise-than-advertised",
                    subject,
                    "kind " + kind + " at " + ticket.fullPrice() + " when " + advertised + " was advertised",
                    ticket.eventId()));
        }
    }

    private void checkAdvertised(Sold seat, long held, List<PriceSince> history, String subject) {
        Instant heldAt = seat.heldAt();
        List<PriceSince> ofGrade = history.stream()
                .filter(price -> price.grade().equals(seat.grade()))
                .toList();
        if (heldAt == null || ofGrade.isEmpty()) {
            return;
        }
        Set<Long> advertised = around(heldAt, ofGrade, PriceSince::price);
        if (!advertised.isEmpty() && !advertised.contains(held)) {
            findings.add(new AuditFinding(
                    "charged-otherwise-than-advertised",
                    subject,
                    "held at " + held + " when " + advertised + " was advertised",
                    SeatIds.eventId(seat.seatId())));
        }
    }

    /** Every price that was advertised at some moment within the tolerance; empty before the first one. */
    private static Set<Long> around(
            Instant time, List<PriceSince> history, Function<PriceSince, @Nullable Long> priceOf) {
        Instant from = time.minus(TOLERANCE);
        Set<Long> prices = history.stream()
                .filter(price -> price.since().isAfter(from) && !price.since().isAfter(time.plus(TOLERANCE)))
                .map(priceOf)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        history.stream()
                .filter(price -> !price.since().isAfter(from))
                .max(Comparator.comparing(PriceSince::since))
                .map(priceOf)
                .ifPresent(prices::add);
        return prices;
    }

    private static Map<String, Long> prices(List<PlanGrade> grades) {
        Map<String, Long> prices = new HashMap<>();
        for (PlanGrade grade : grades) {
            prices.putIfAbsent(grade.name(), grade.price());
            grade.kindsOrNone().forEach(kind -> prices.putIfAbsent(grade.name() + " / " + kind.name(), kind.price()));
        }
        return prices;
    }

    private void expect(Object actual, Object expected, String rule, long eventId, String subject) {
        if (!actual.equals(expected)) {
            findings.add(new AuditFinding(rule, subject, "is " + actual + ", should be " + expected, eventId));
        }
    }
}
