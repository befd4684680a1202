package podo.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SaleFiguresTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @Test
    void countersOfInstancesAddUpAndGaugesAreTheSameInEach() {
        SaleFigures figures = figures(
                Map.of("podo.line.admitted", 30.0, "podo.line.waiting", 100.0),
                Map.of("podo.line.admitted", 12.0, "podo.line.waiting", 98.0));
        assertThat(tile(figures, "admitted").value()).isEqualTo("42");
        assertThat(tile(figures, "waiting").value()).isEqualTo("100");
    }

    @Test
    void aCounterIsReadWithItsTag() {
        SaleFigures figures = figures(
                Map.of("podo.payments{result=paid}", 1234.0, "podo.payments{result=declined}", 5.0),
                Map.of("podo.dead.letters{topic=podo.event}", 1.0, "podo.dead.letters{topic=podo.payment}", 2.0));
        assertThat(tile(figures, "paid").value()).isEqualTo("1,234");
        assertThat(tile(figures, "declined").value()).isEqualTo("5");
        assertThat(tile(figures, "letters")).isEqualTo(new Tile("letters", "3", null, "bad"));
    }

    @Test
    void aRateIsTheDifferenceToTheReadingBefore() {
        SaleFigures before = figures(Map.of("podo.line.admitted", 40.0));
        SaleFigures now =
                new SaleFigures(List.of(reading(Map.of("podo.line.admitted", 65.0))), NOON.plusSeconds(2), before);
        assertThat(tile(before, "admitted").perSecond()).isNull();
        assertThat(tile(now, "admitted").perSecond()).isEqualTo("12.5");
    }

    @Test
    void aProcessThatBeganAnewHasNoRate() {
        SaleFigures before = figures(Map.of("podo.line.admitted", 40.0));
        SaleFigures now =
                new SaleFigures(List.of(reading(Map.of("podo.line.admitted", 3.0))), NOON.plusSeconds(2), before);
        assertThat(tile(now, "admitted").perSecond()).isNull();
    }

    @Test
    void whatNobodyKnowsHasNoValue() {
        assertThat(figures(Map.of()).tiles())
                .allMatch(tile -> tile.value() == null && tile.tone().isEmpty());
    }

    @Test
    void theLowestThrottleAndTheOldestMessageCount() {
        SaleFigures figures = figures(
                Map.of("podo.line.throttle", 1.0, "podo.outbox.age", 2.0),
                Map.of("podo.line.throttle", 0.4, "podo.outbox.age", 31.0));
        assertThat(tile(figures, "throttle")).isEqualTo(Tile.of("throttle", "40 %", "warn"));
        assertThat(tile(figures, "outbox")).isEqualTo(Tile.of("outbox", "31.0 s", "bad"));
    }

    @Test
    void anAuditIsGoodWithoutFindingsAndOldAfterAQuarterOfAnHour() {
        assertThat(tile(figures(Map.of("podo.audit.findings", 0.0, "podo.audit.age", 60.0)), "audit"))
                .isEqualTo(Tile.of("audit", "0", "ok"));
        assertThat(tile(figures(Map.of("podo.audit.findings", 0.0, "podo.audit.age", 901.0)), "audit"))
                .isEqualTo(Tile.of("audit", "0", "warn"));
        assertThat(tile(figures(Map.of("podo.audit.findings", 2.0, "podo.audit.age", 60.0)), "audit"))
                .isEqualTo(Tile.of("audit", "2", "bad"));
    }

    @SafeVarargs
    private static SaleFigures figures(Map<String, Double>... processes) {
        return new SaleFigures(
                List.of(processes).stream().map(SaleFiguresTest::reading).toList(), NOON, null);
    }

    private static ProcessReading reading(Map<String, Double> figures) {
        return new ProcessReading(figures, List.of());
    }

    private static Tile tile(SaleFigures figures, String name) {
        return figures.tiles().stream()
                .filter(tile -> tile.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
