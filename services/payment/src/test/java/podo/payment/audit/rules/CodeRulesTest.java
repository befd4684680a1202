package podo.payment.audit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podo.payment.audit.evidence.AuditEvidence;
import podo.payment.audit.evidence.GiveBackFacts;
import podo.payment.audit.evidence.TicketAuditClient.CodeUse;
import podo.payment.audit.evidence.TicketAuditClient.Ticket;

class CodeRulesTest {

    private static final CodeUse QUARTER = code("PERCENT", 25);

    @Test
    void aPresaleWhoseBookingsArePaidWithoutAUseIsReported() {
        assertThat(check(new CodeUse(7, 42, "MEMBERS", "EARLY", 0, 0, 1, 1, 0, 2)))
                .containsExactly("presale-without-use");
        assertThat(check(new CodeUse(7, 42, "MEMBERS", "EARLY", 0, 0, 1, 1, 0, 0)))
                .isEmpty();
    }

    @Test
    void aCodeThatIsUsedAsOftenAsItMayBeIsInOrder() {
        assertThat(uses(7, 7, 7, 0)).isEmpty();
        assertThat(uses(0, 12, 12, 0)).as("any number").isEmpty();
    }

    @Test
    void aUseTooManyAnotherNumberAndAUseWithoutABookingAreFound() {
        assertThat(uses(7, 8, 8, 0)).containsExactly("code-used-too-often");
        assertThat(uses(7, 6, 7, 0)).containsExactly("code-miscounted");
        assertThat(uses(7, 7, 7, 1)).containsExactly("code-use-astray");
    }

    @Test
    void aTicketCostsItsPriceLessWhatTheCodeTakesOff() {
        assertThat(check(QUARTER, ticket(1, 7_500, 2_500), ticket(2, 10_000, 0)))
                .isEmpty();
        assertThat(check(QUARTER, ticket(1, 7_499, 2_501))).containsExactly("discount-otherwise-than-code");
        assertThat(check(code("PRICE", 9_000), ticket(1, 9_000, 1_000), ticket(2, 9_000, 41_000)))
                .isEmpty();
        assertThat(check(code("PRICE", 9_000), ticket(1, 8_000, 1_000)))
                .containsExactly("discount-otherwise-than-code");
        assertThat(check(code("AMOUNT", 5_000), ticket(1, 7_000, 3_000), ticket(2, 8_000, 2_000)))
                .isEmpty();
        assertThat(check(code("AMOUNT", 5_000), ticket(1, 7_000, 3_000), ticket(2, 7_999, 2_001)))
                .containsExactly("discount-otherwise-than-code");
    }

    @Test
    void whatIsLeftOfASumBelowTheSmallestPaymentMayBeGiven() {
        assertThat(check(code("AMOUNT", 9_950), ticket(1, 0, 10_000))).isEmpty();
        assertThat(check(code("AMOUNT", 9_900), ticket(1, 0, 10_000))).containsExactly("discount-otherwise-than-code");
        assertThat(check(code("PERCENT", 99), ticket(1, 0, 9_900))).isEmpty();
        assertThat(check(code("PERCENT", 99), ticket(1, 0, 10_000))).containsExactly("discount-otherwise-than-code");
    }

    @Test
    void aDiscountWithoutACodeIsFound() {
        assertThat(check(QUARTER, ticket(null, 1, 7_500, 2_500))).containsExactly("discount-otherwise-than-code");
        assertThat(check(QUARTER, ticket(8L, 1, 7_500, 2_500))).containsExactly("discount-otherwise-than-code");
        assertThat(check(QUARTER, ticket(null, 1, 7_500, 0))).isEmpty();
    }

    private static List<String> uses(int most, int used, int bookings, int strays) {
        return check(new CodeUse(7, 42, "MEMBERS", "PERCENT", 25, most, used, bookings, strays, null));
    }

    private static CodeUse code(String how, long value) {
        return new CodeUse(7, 42, "MEMBERS", how, value, 0, 1, 1, 0, null);
    }

    private static Ticket ticket(long seat, long price, long discount) {
        return ticket(7L, seat, price, discount);
    }

    private static Ticket ticket(@Nullable Long code, long seat, long price, long discount) {
        return new Ticket(seat, "o", 42, seat, price, discount, code, price + discount, null, null);
    }

    private static List<String> check(CodeUse code, Ticket... tickets) {
        AuditEvidence evidence = new AuditEvidence(
                List.of(),
                List.of(tickets),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                GiveBackFacts.NONE,
                List.of(code));
        return CodeRules.check(evidence).stream().map(AuditFinding::rule).toList();
    }
}
