package podo.e2e.load.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import podo.e2e.OnRunningStack;
import podo.e2e.load.sale.result.SaleMark;

/** A small sale, so that {@code ./podo bench sale} works on the day on which it is needed. */
@OnRunningStack
class SaleIT {

    @Test
    void fiftyFansBuyTwentySeatsAndThePageSaysSo() throws Exception {
        String words = "--fans 50 --seats 20 --profile bots --bots 10 --over 5 --limit 90 --seed 3";
        SaleBench.Played sale = SaleBench.play(SaleOptions.of(words.split(" ")), words, false);
        assertThat(sale.verdict().agrees()).as(sale.verdict().words()).isTrue();
        assertThat(sale.tally().count(SaleMark.ARRIVED)).isEqualTo(50);
        assertThat(sale.tally().seatsSold()).isEqualTo(20);
        assertThat(sale.tally().outcomes().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .as("each of 50 has an end: %s", sale.tally().outcomes())
                .isEqualTo(50);
        assertThat(Files.readString(sale.page()))
                .contains("<svg", "Seats sold", "sold out after", "The audit agrees", "confirm")
                .doesNotContain("NaN");
    }
}
