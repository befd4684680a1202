package podo.event.show.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podo.contracts.event.EventKind;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.event.show.terms.Facts;
import podo.event.show.terms.Grade;
import podo.event.show.terms.HandoverTerms;
import podo.event.show.terms.RefundFees;
import podo.event.show.terms.Terms;

class TermsChangeTest {

    private static final Instant SALE = Instant.parse("2026-12-12T11:00:00Z");

    @Test
    void eachFieldThatDiffersIsNamedWithWhatItWas() {
        Terms before = terms("Grapes", null, List.of(new Grade("VIP", 132_000, List.of())), true);
        Terms after = terms(
                "Grapes of Hangang",
                "No umbrellas",
                List.of(
                        new Grade("VIP", 140_000, List.of(new Grade.Zone("Floor", "A", "C"))),
                        new Grade("R", 99_000, List.of())),
                false);
        assertThat(TermsChange.between(before, after))
                .containsEntry("title", "Grapes → Grapes of Hangang")
                .containsEntry("notes", "– → No umbrellas")
                .containsEntry("grades", "VIP 132000 → VIP 140000 Floor A C, R 99000")
                .containsEntry("handoverAllowed", "true → false")
                .hasSize(4);
        assertThat(TermsChange.between(after, after)).isEmpty();
    }

    @Test
    void aLongTextIsCutOff() {
        Terms before = terms("Grapes", null, List.of(), true);
        Terms after = terms("\uD83C\uDF47".repeat(300), null, List.of(), true);
        assertThat(TermsChange.between(before, after))
                .containsEntry("title", "Grapes → " + "\uD83C\uDF47".repeat(200) + "…");
    }

    private static Terms terms(String title, @Nullable String notes, List<Grade> grades, boolean handover) {
        return new Terms(
                title,
                "",
                new Facts(EventKind.CONCERT, 120, 8, null, notes),
                1,
                SALE,
                SALE,
                SALE,
                SALE,
                4,
                grades,
                50,
                1000,
                2,
                null,
                SingleSeatPolicy.WARN,
                RefundFees.STANDARD,
                new HandoverTerms(handover, 0),
                List.of());
    }
}
