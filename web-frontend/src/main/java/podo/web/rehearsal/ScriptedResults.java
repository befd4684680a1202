package podo.web.rehearsal;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.web.page.Words;
import podo.web.rehearsal.RehearsalClient.Measured;
import podo.web.rehearsal.RehearsalClient.Prediction;
import podo.web.rehearsal.RehearsalClient.StepTime;
import podo.web.rehearsal.ScriptedResult.Row;
import podo.web.rehearsal.ScriptedResult.Step;

/** Puts what scripted fans met into words, beside what was predicted for them. */
@Component
class ScriptedResults {

    private final Words words;

    ScriptedResults(Words words) {
        this.words = words;
    }

    @Nullable
    ScriptedResult of(@Nullable Measured measured) {
        if (measured == null) {
            return null;
        }
        Prediction predicted = measured.predicted();
        if (predicted == null) {
            return new ScriptedResult(
                    words.of("rehearsal.scripted.end." + measured.end()), "", false, "", List.of(), List.of());
        }
        return new ScriptedResult(
                words.of("rehearsal.scripted.end." + measured.end()),
                words.of(measured.within() ? "rehearsal.scripted.within" : "rehearsal.scripted.outside"),
                measured.within(),
                failure(measured),
                rows(measured, predicted),
                measured.steps().stream().map(this::step).toList());
    }

    private String failure(Measured measured) {
        String step = measured.firstFailure().step();
        return step == null
                ? words.of("rehearsal.scripted.no-failure")
                : words.of(
                        "rehearsal.scripted.failure",
                        RehearsalResults.time(measured.firstFailure().second()),
                        words.of("rehearsal.scripted.step." + step));
    }

    private List<Row> rows(Measured measured, Prediction predicted) {
        double refused = measured.entered() == 0 ? 0 : 100.0 * measured.refused() / measured.entered();
        Double most = measured.mostSeconds();
        return List.of(
                row(
                        "most",
                        range(predicted.mostSeconds(), RehearsalResults::time),
                        most == null ? "–" : RehearsalResults.time(most)),
                row(
                        "entered",
                        range(predicted.entered(), RehearsalResults::number),
                        RehearsalResults.number(measured.entered())),
                row(
                        "refused",
                        range(predicted.refusedPercent(), RehearsalResults::percent),
                        RehearsalResults.percent(refused)));
    }

    private Row row(String name, String predicted, String measured) {
        return new Row(words.of("rehearsal.row." + name), predicted, measured);
    }

    private String range(RehearsalClient.Range range, Function<Double, String> format) {
        return words.of(
                "rehearsal.range", format.apply(range.median()), format.apply(range.from()), format.apply(range.to()));
    }

    private Step step(StepTime time) {
        return new Step(
                words.of("rehearsal.scripted.step." + time.step()),
                RehearsalResults.number(time.calls()),
                RehearsalResults.number(time.failures()),
                millis(time.p50Millis()),
                millis(time.p95Millis()));
    }

    private String millis(double value) {
        return words.of("rehearsal.millis", String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value));
    }
}
