package podo.event.show.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podo.event.show.terms.EventRequest.GradeRequest;
import podo.event.show.terms.EventRequest.KindRequest;

class GradePricesTest {

    /** Rounded down: never more than the percentage, and less than a won below it. */
    @Test
    void aPercentageOfThePriceIsRoundedDownToAWholeWon() {
        Random dice = new Random(236);
        for (int round = 0; round < 5_000; round++) {
            long price = dice.nextLong(10_000_001);
            int percent = dice.nextInt(101);
            long kind = TicketKind.ofPercent("k", price, percent, null).price();
            assertThat(kind * 100).isLessThanOrEqualTo(price * percent).isGreaterThan(price * percent - 100);
        }
        assertThat(TicketKind.ofPercent("k", 99_999, 50, null).price()).isEqualTo(49_999);
        assertThat(TicketKind.ofPercent("k", 99_999, 100, null).price()).isEqualTo(99_999);
        assertThat(TicketKind.ofPercent("k", 99_999, 0, null).price()).isZero();
    }

    @Test
    void whatIsFreeAndWhatACardCompanyAcceptsIsAPrice() {
        assertThat(wrong(grade(0))).isEmpty();
        assertThat(wrong(grade(100))).isEmpty();
        assertThat(wrong(grade(99))).containsExactly("grades[0].price price-too-small");
        assertThat(wrong(grade(1))).containsExactly("grades[0].price price-too-small");
    }

    @Test
    void aKindHasAPriceOrAPercentageThatCanBePaidAndANameOfItsOwn() {
        assertThat(wrong(grade(10_000, kind("Child", 5_000L, null), kind("Press", 0L, null), kind("Senior", null, 70))))
                .isEmpty();
        assertThat(wrong(grade(10_000, kind("Child", null, null))))
                .containsExactly("grades[0].kinds[0].price kind-without-price");
        assertThat(wrong(grade(10_000, kind("Child", 50L, null))))
                .containsExactly("grades[0].kinds[0].price price-too-small");
        assertThat(wrong(grade(1_000, kind("Child", null, 9))))
                .as("90 won")
                .containsExactly("grades[0].kinds[0].price price-too-small");
        assertThat(wrong(grade(10_000, kind("Child", null, 50), kind(" Child ", null, 40))))
                .containsExactly("grades[0].kinds[1].name kind-twice");
    }

    @Test
    void aPercentageGoesBeforeThePriceThatWasAnsweredWithIt() {
        Grade grade = grade(20_000, kind("Child", 5_000L, 50)).toGrade();
        assertThat(grade.kinds()).containsExactly(new TicketKind("Child", 10_000, 50, null));
    }

    private static GradeRequest grade(long price, KindRequest... kinds) {
        return new GradeRequest("R", price, List.of(), Arrays.asList(kinds));
    }

    private static KindRequest kind(String name, @Nullable Long price, @Nullable Integer percent) {
        return new KindRequest(name, price, percent, " ");
    }

    private static List<String> wrong(GradeRequest grade) {
        return GradePrices.findWrong(List.of(grade)).stream()
                .map(field -> field.field() + " " + field.key())
                .toList();
    }
}
