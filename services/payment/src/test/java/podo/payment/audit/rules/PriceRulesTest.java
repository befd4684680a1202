package podo.payment.audit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podo.payment.audit.evidence.AuditEvidence;
import podo.payment.audit.evidence.GiveBackFacts;
import podo.payment.audit.evidence.PriceAuditClient.Advertised;
import podo.payment.audit.evidence.PriceAuditClient.PriceSince;
import podo.payment.audit.evidence.SeatAuditClient.Plan;
import podo.payment.audit.evidence.SeatAuditClient.PlanGrade;
import podo.payment.audit.evidence.SeatAuditClient.PlanKind;
import podo.payment.audit.evidence.SeatAuditClient.Sold;
import podo.payment.audit.evidence.TicketAuditClient.Ticket;

class PriceRulesTest {

    private static final Instant PUBLISHED = Instant.parse("2026-11-29T10:00:00Z");
    private static final Instant END = Instant.parse("2026-12-29T10:00:00Z");
    private static final long SEAT = 42_000_001;

    @Test
    void aSeatHeldJustAfterThePublicationAndJustBeforeANewPriceIsInOrder() {
        assertThat(check(soldAt(10_000, 2), 20_000, price(10_000, 0), price(20_000, 4)))
                .isEmpty();
    }

    @Test
    void theOldPriceIsInOrderUntilShortlyAfterTheNewOne() {
        assertThat(check(soldAt(10_000, 63), 20_000, price(10_000, 0), price(20_000, 60)))
                .isEmpty();
        assertThat(check(soldAt(10_000, 70), 20_000, price(10_000, 0), price(20_000, 60)))
                .containsExactly("charged-otherwise-than-advertised");
        assertThat(check(soldAt(20_000, 30), 20_000, price(10_000, 0), price(20_000, 60)))
                .containsExactly("charged-otherwise-than-advertised");
    }

    @Test
    void aHoldFromBeforeTheHistoryIsNotJudged() {
        assertThat(check(soldAt(5_000, -3_600), 10_000, price(10_000, 0))).isEmpty();
    }

    @Test
    void anotherPlanThanAdvertisedIsFound() {
        Plan plan = new Plan(42, 2, END, List.of(new PlanGrade("R", 10_000)));
        Advertised event = new Advertised(42, 4, END, List.of(new PlanGrade("R", 20_000)), List.of());
        assertThat(PriceRules.check(new AuditEvidence(
                        List.of(), List.of(), List.of(), List.of(), List.of(plan), List.of(event), GiveBackFacts.NONE)))
                .extracting(AuditFinding::rule)
                .containsExactly("sold-otherwise-than-advertised", "limit-otherwise-than-advertised");
    }

    @Test
    void anotherPriceOnTheTicketThanOfTheHoldIsFound() {
        List<Ticket> tickets = List.of(new Ticket(1, "o", 42, SEAT, 9_000));
        assertThat(PriceRules.check(new AuditEvidence(
                        List.of(),
                        tickets,
                        List.of(soldAt(10_000, 1)),
                        List.of(),
                        List.of(),
                        List.of(),
                        GiveBackFacts.NONE)))
                .extracting(AuditFinding::rule)
                .containsExactly("charged-otherwise-than-held");
    }

    @Test
    void anotherKindOfTicketCostsWhatWasAdvertisedForItWhenItWasBooked() {
        PriceSince first = kinds(10_000, 0, new PlanKind("Child", 5_000));
        PriceSince then = kinds(10_000, 60, new PlanKind("Child", 6_000), new PlanKind("Press", 0));
        assertThat(checkTicket(ticket(5_000, "Child", 30), first, then)).isEmpty();
        assertThat(checkTicket(ticket(6_000, "Child", 70), first, then)).isEmpty();
        assertThat(checkTicket(ticket(0, "Press", 70), first, then)).isEmpty();
        assertThat(checkTicket(ticket(0, "Press", 30), first, then))
                .containsExactly("charged-otherwise-than-advertised");
        assertThat(checkTicket(ticket(5_000, "Child", 70), first, then))
                .containsExactly("charged-otherwise-than-advertised");
        assertThat(checkTicket(ticket(9_000, null, 30), first, then)).containsExactly("charged-otherwise-than-held");
        assertThat(checkTicket(ticket(10_000, null, 30), first, then)).isEmpty();
    }

    @Test
    void anotherKindIsSoldAtThePriceThatIsAdvertised() {
        Plan plan = new Plan(42, 4, END, List.of(new PlanGrade("R", 10_000, List.of(new PlanKind("Child", 5_000)))));
        Advertised event = new Advertised(
                42, 4, END, List.of(new PlanGrade("R", 10_000, List.of(new PlanKind("Child", 4_000)))), List.of());
        assertThat(PriceRules.check(new AuditEvidence(
                        List.of(), List.of(), List.of(), List.of(), List.of(plan), List.of(event), GiveBackFacts.NONE)))
                .extracting(AuditFinding::rule)
                .containsExactly("sold-otherwise-than-advertised");
    }

    private static List<String> checkTicket(Ticket ticket, PriceSince... history) {
        return PriceRules.check(new AuditEvidence(
                        List.of(),
                        List.of(ticket),
                        List.of(soldAt(10_000, 30)),
                        List.of(),
                        List.of(),
                        List.of(new Advertised(42, 4, END, List.of(), List.of(history))),
                        GiveBackFacts.NONE))
                .stream()
                .map(AuditFinding::rule)
                .toList();
    }

    private static Ticket ticket(long price, @Nullable String kind, int second) {
        return new Ticket(1, "o", 42, SEAT, price, null, null, 10_000L, kind, PUBLISHED.plusSeconds(second));
    }

    private static PriceSince kinds(long price, int second, PlanKind... kinds) {
        return new PriceSince("R", price, PUBLISHED.plusSeconds(second), List.of(kinds));
    }

    private static List<String> check(Sold sold, long now, PriceSince... history) {
        List<PlanGrade> grades = List.of(new PlanGrade("R", now));
        return PriceRules.check(new AuditEvidence(
                        List.of(),
                        List.of(),
                        List.of(sold),
                        List.of(),
                        List.of(new Plan(42, 4, END, grades)),
                        List.of(new Advertised(42, 4, END, grades, List.of(history))),
                        GiveBackFacts.NONE))
                .stream()
                .map(AuditFinding::rule)
                .toList();
    }

    private static Sold soldAt(long price, int second) {
        return new Sold(SEAT, "o", "R", price, PUBLISHED.plusSeconds(second), null);
    }

    private static PriceSince price(long price, int second) {
        return new PriceSince("R", price, PUBLISHED.plusSeconds(second));
    }
}
