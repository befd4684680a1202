package podo.payment.audit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podo.contracts.payment.PaymentStatus;
import podo.payment.audit.evidence.AuditEvidence;
import podo.payment.audit.evidence.GiveBackFacts;
import podo.payment.audit.evidence.OrderMoney;
import podo.payment.audit.evidence.SeatAuditClient.Sold;
import podo.payment.audit.evidence.TicketAuditClient.Ticket;

/** What the audit says of seats that an organiser has exchanged. */
class MovedSeatRulesTest {

    private static final long OLD = 42_000_001;
    private static final long NEW = 42_000_002;

    @Test
    void aMoveThatEverybodyFollowedIsNoFinding() {
        assertThat(rules(NEW, NEW, 10_000L, Set.of())).isEmpty();
    }

    @Test
    void aMoveThatTheTicketsDidNotFollowIsFoundOnBothSides() {
        assertThat(rules(NEW, OLD, 10_000L, Set.of()))
                .containsExactlyInAnyOrder("sold-without-ticket", "ticket-without-seat");
    }

    @Test
    void aMoveThatLostThePriceIsFound() {
        assertThat(rules(NEW, NEW, 0L, Set.of())).containsExactly("charged-otherwise-than-held");
    }

    @Test
    void aRefundOnItsWayThatNamesTheOldSeatIsOneOfTheNewSeat() {
        assertThat(rules(NEW, null, 10_000L, Set.of(OLD))).isEmpty();
    }

    private static List<String> rules(long soldSeat, @Nullable Long ticketSeat, long heldPrice, Set<Long> refunding) {
        OrderMoney order = new OrderMoney(
                "o",
                42,
                10_000,
                PaymentStatus.PAID,
                "key",
                0,
                0,
                Instant.EPOCH,
                false,
                true,
                10_000,
                0,
                0,
                0,
                refunding.isEmpty() ? 0 : 10_000,
                refunding,
                1,
                refunding.size(),
                0);
        List<Ticket> tickets = ticketSeat == null ? List.of() : List.of(new Ticket(1, "o", 42, ticketSeat, 10_000));
        Sold sold = new Sold(soldSeat, "o", "R", heldPrice, Instant.EPOCH, OLD);
        return AuditRules.check(new AuditEvidence(
                        List.of(order), tickets, List.of(sold), List.of(), List.of(), List.of(), GiveBackFacts.NONE))
                .stream()
                .map(AuditFinding::rule)
                .toList();
    }
}
