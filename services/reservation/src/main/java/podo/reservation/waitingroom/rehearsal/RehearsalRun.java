package podo.reservation.waitingroom.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import podo.reservation.waitingroom.rehearsal.scripted.MeasuredSale;
import podo.reservation.waitingroom.rehearsal.simulation.RehearsalPlan;
import podo.reservation.waitingroom.rehearsal.simulation.SaleConditions;
import podo.reservation.waitingroom.rehearsal.simulation.SalePrediction;
import podo.reservation.waitingroom.rehearsal.simulation.SaleSetting;
import podo.reservation.waitingroom.rehearsal.simulation.SettingSearch;

/** One rehearsal: looks for settings, then predicts the sale with them and with those of today. */
final class RehearsalRun {

    interface Store {

        /** False when the rehearsal was cancelled. */
        boolean write(RehearsalReport report);
    }

    interface ScriptedPart {

        /** Lets scripted fans play for real, with the setting that was found; {@code goOn} is called meanwhile. */
        MeasuredSale play(RehearsalPlan plan, SaleSetting found, Runnable goOn);
    }

    private static final Logger log = LoggerFactory.getLogger(RehearsalRun.class);
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(300);
    private static final int SALES = 60;

    /** Of the work, when scripted fans come too; then the rest is theirs. */
    private static final int SIMULATED_PERCENT = 20;

    private static final Duration SCRIPTED = Duration.ofSeconds(100);

    /** The same for all rehearsals, so that the same plan is answered in the same way. */
    private static final long SEED = 20_261_130;

    private final SaleConditions conditions;
    private final SaleSetting now;
    private final Clock clock;
    private final Store store;
    private final ScriptedPart scripted;
    private volatile RehearsalReport report;
    private int played;
    private @Nullable Instant fansCame;

    /** @param store keeps the report where all instances find it */
    RehearsalRun(
            RehearsalReport begun,
            SaleConditions conditions,
            SaleSetting now,
            Clock clock,
            Store store,
            ScriptedPart scripted) {
        this.scripted = scripted;
        this.report = begun;
        this.conditions = conditions;
        this.now = now;
        this.clock = clock;
        this.store = store;
    }

    RehearsalReport report() {
        return report;
    }

    /** Stores that it runs, so that it is found from now on. */
    void begin() {
        store.write(report);
    }

    void play() {
        try {
            SaleSetting found = new SettingSearch(report.plan(), conditions, SEED, this::goOn).find(now.holdSeconds());
            SalePrediction recommended = predict(found);
            SalePrediction before = predict(now);
            MeasuredSale measured = null;
            if (report.plan().withScriptedFans()) {
                fansCame = clock.instant();
                measured = scripted.play(report.plan(), found, this::goOn);
            }
            store.write(report.done(before, recommended, measured, clock.instant()));
        } catch (CancellationException cancelled) {
            log.debug("Rehearsal {} was cancelled", report.id());
        } catch (RuntimeException e) {
            log.warn("Rehearsal {} failed", report.id(), e);
            store.write(report.ended(RehearsalReport.State.FAILED, clock.instant()));
        }
    }

    private SalePrediction predict(SaleSetting setting) {
        return SalePrediction.of(report.plan(), conditions, setting, SALES, SEED + 1_000, this::goOn);
    }

    private void goOn() {
        played++;
        Instant at = clock.instant();
        if (report.seenAt().plus(BETWEEN_REPORTS).isBefore(at)) {
            report = report.at(percent(at), at);
            if (!store.write(report)) {
                throw new CancellationException();
            }
        }
    }

    private int percent(Instant at) {
        int simulated = 99 * Math.min(played, SettingSearch.SALES + 2 * SALES) / (SettingSearch.SALES + 2 * SALES);
        if (!report.plan().withScriptedFans()) {
            return simulated;
        }
        long playing = fansCame == null ? 0 : Duration.between(fansCame, at).toMillis();
        return SIMULATED_PERCENT * simulated / 99
                + (int) Math.min(99 - SIMULATED_PERCENT, (99 - SIMULATED_PERCENT) * playing / SCRIPTED.toMillis());
    }
}
