package podo.reservation.waitingroom.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger log = LoggerFactory.getLogger(RehearsalRun.class);
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(300);
    private static final int SALES = 60;

    /** The same for all rehearsals, so that the same plan is answered in the same way. */
    private static final long SEED = 20_261_130;

    private final SaleConditions conditions;
    private final SaleSetting now;
    private final Clock clock;
    private final Store store;
    private volatile RehearsalReport report;
    private int played;

    /** @param store keeps the report where all instances find it */
    RehearsalRun(RehearsalReport begun, SaleConditions conditions, SaleSetting now, Clock clock, Store store) {
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
            store.write(report.done(predict(now), recommended, clock.instant()));
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
            report = report.at(99 * played / (SettingSearch.SALES + 2 * SALES), at);
            if (!store.write(report)) {
                throw new CancellationException();
            }
        }
    }
}
