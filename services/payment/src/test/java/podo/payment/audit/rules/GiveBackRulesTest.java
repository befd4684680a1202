package podo.payment.audit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podo.contracts.payment.PaymentStatus;
import podo.payment.audit.evidence.AuditEvidence;
import podo.payment.audit.evidence.GiveBackAuditClient.Sold;
import podo.payment.audit.evidence.GiveBackFacts;
import podo.payment.audit.evidence.GiveBackFacts.Refunded;
import podo.payment.audit.evidence.OrderMoney;
import podo.payment.audit.evidence.SeatAuditClient.Passed;

/** What the audit says of seats that were offered back. */
class GiveBackRulesTest {

    private static final long SEAT = 42_000_001;
    private static final Passed PASSED = new Passed("g", SEAT, "giver", "buyer");
    private static final Sold SOLD = new Sold("g", "giver", "buyer", SEAT, 10_000, "c");
    private static final Refunded REFUND = new Refunded("giver", 10_000, 0);

    @Test
    void oneSaleAndOneRefundIsNoFinding() {
        assertThat(rules(List.of(PASSED), List.of(SOLD), Map.of("c", REFUND), "key"))
                .isEmpty();
    }

    @Test
    void aSeatThatChangedHandsWithoutARefundIsFound() {
        assertThat(rules(List.of(PASSED), List.of(), Map.of(), "key")).containsExactly("given-back-without-refund");
        assertThat(rules(List.of(PASSED), List.of(SOLD), Map.of(), "key")).containsExactly("given-back-without-refund");
    }

    @Test
    void aRefundWithAFeeOrOfAnotherAmountIsFound() {
        assertThat(rules(List.of(PASSED), List.of(SOLD), Map.of("c", new Refunded("giver", 9_000, 1_000)), "key"))
                .containsExactly("given-back-without-refund");
    }

    @Test
    void aRefundWithoutASaleIsFound() {
        assertThat(rules(List.of(), List.of(SOLD), Map.of("c", REFUND), "key"))
                .containsExactly("given-back-without-sale");
    }

    @Test
    void aSaleToAnotherOrderOrToOneThatDidNotPayIsFound() {
        assertThat(rules(List.of(new Passed("g", SEAT, "giver", "another")), List.of(SOLD), Map.of("c", REFUND), "key"))
                .containsExactly("given-back-without-refund");
        assertThat(rules(List.of(PASSED), List.of(SOLD), Map.of("c", REFUND), null))
                .containsExactly("given-back-unpaid");
    }

    @Test
    void aSeatThatTheGiverHadCancelledBeforeItWasSoldHasThatRefundAlone() {
        Sold cancelled = new Sold("g", "giver", "buyer", SEAT, 10_000, "");
        assertThat(rules(List.of(PASSED), List.of(cancelled), Map.of(), "key"))
                .as("the giver's order has no refund at all")
                .containsExactly("given-back-without-refund");
    }

    private static List<String> rules(
            List<Passed> passed, List<Sold> sold, Map<String, Refunded> refunds, String buyersKey) {
        return GiveBackRules.check(new AuditEvidence(
                        List.of(order("giver", "key"), order("buyer", buyersKey)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new GiveBackFacts(passed, sold, refunds)))
                .stream()
                .map(AuditFinding::rule)
                .toList();
    }

    private static OrderMoney order(String id, String paymentKey) {
        return new OrderMoney(
                id,
                42,
                10_000,
                PaymentStatus.PAID,
                paymentKey,
                0,
                0,
                Instant.EPOCH,
                false,
                true,
                10_000,
                0,
                0,
                0,
                0,
                Set.of(),
                1,
                0,
                0);
    }
}
