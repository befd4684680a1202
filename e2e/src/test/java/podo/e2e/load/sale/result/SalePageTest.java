package podo.e2e.load.sale.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SalePageTest {

    private static final long SECOND = 1_000_000_000L;

    private final SaleTally tally = new SaleTally();

    @Test
    void saysWhatWasSoldWhenAndToWhom() {
        tally.sold(SECOND, List.of(1L, 2L, 3L));
        tally.sold(2 * SECOND, List.of(4L));
        tally.tickets("fan", 3);
        tally.tickets("script", 1);
        tally.ended("fan: has tickets");
        tally.ended("fan: has tickets");
        tally.refused(SECOND, "hold: seats-taken");
        tally.asked("script");
        tally.took("confirm", 40_000_000L);
        String html = page(new SaleFacts.Verdict(true, "The audit agrees")).html();
        assertThat(html)
                .contains("4 seats of 4 sold in 5 s; sold out after 3 s")
                .contains("<p class=\"good\"><strong>The audit agrees</strong></p>")
                .contains("<tr><td>fan</td><td class=\"n\">3</td><td class=\"n\">75.0 %</td></tr>")
                .contains("<h2>Asked to solve a challenge</h2>", "<tr><td>script</td><td class=\"n\">1</td></tr>")
                .contains("<tr><td>hold: seats-taken</td><td class=\"n\">1</td></tr>")
                .contains("<tr><td>payment</td><td class=\"n\">1.0</td><td class=\"n\">500.0</td></tr>")
                .contains("<tr><td>confirm</td><td class=\"n\">1</td><td class=\"n\">4");
        assertThat(html.split("<svg")).hasSize(5);
    }

    @Test
    void aSaleOfNothingIsAPageToo() {
        assertThat(page(new SaleFacts.Verdict(false, "Findings: <none> & more")).html())
                .contains("0 seats of 4 sold in 5 s; not sold out")
                .contains("<p class=\"bad\"><strong>Findings: &lt;none&gt; &amp; more</strong></p>")
                .doesNotContain("NaN");
    }

    private SalePage page(SaleFacts.Verdict verdict) {
        return new SalePage(
                tally,
                new SaleFacts(
                        "./podo bench sale",
                        "2 processors",
                        Duration.ofSeconds(5),
                        4,
                        Map.of("payment", 1.0, "idle", 0.0),
                        verdict));
    }
}
