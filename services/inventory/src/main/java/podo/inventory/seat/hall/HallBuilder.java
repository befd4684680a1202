package podo.inventory.seat.hall;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import podo.inventory.seat.Halls;
import podo.inventory.seat.SeatChangePublisher;
import podo.starter.jdbc.Utc;

/** Lays out the seats of halls with a new plan. It fetches the plan from the event service and retries until it answers. */
@Component
class HallBuilder {

    private static final Logger log = LoggerFactory.getLogger(HallBuilder.class);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final ShowPlanClient plans;
    private final HallSeatWriter seatWriter;
    private final Halls halls;
    private final SeatChangePublisher seatChanges;
    private final Clock clock;

    HallBuilder(
            JdbcClient jdbc,
            ShowPlanClient plans,
            HallSeatWriter seatWriter,
            Halls halls,
            SeatChangePublisher seatChanges,
            Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.seatWriter = seatWriter;
        this.halls = halls;
        this.seatChanges = seatChanges;
        this.clock = clock;
    }

    /** Runs at a fixed rate, hence in a thread of its own: a plan that is slow to arrive delays no other scheduled task. */
    @Scheduled(fixedRateString = "${podo.seat.layout-check:500ms}")
    void buildMissing() {
        for (long eventId : findUnbuilt()) {
            if (claim(eventId)) {
                build(eventId);
            }
        }
    }

    private List<Long> findUnbuilt() {
        return jdbc.sql("""
                        SELECT event_id FROM hall
                        WHERE laid_version <> plan_version AND NOT cancelled AND next_try_at <= ? LIMIT 20
                        """)
                .param(Utc.millis(clock.instant()))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** One instance builds a hall; the others try again after {@link #RETRY} in case it died. */
    private boolean claim(long eventId) {
        return jdbc.sql("UPDATE hall SET next_try_at = ? WHERE event_id = ? AND next_try_at <= ?")
                        .params(Utc.millis(clock.instant().plus(RETRY)), eventId, Utc.millis(clock.instant()))
                        .update()
                == 1;
    }

    private void build(long eventId) {
        try {
            ShowPlan plan = plans.of(eventId);
            if (seatWriter.replaceSeats(plan)) {
                halls.evict(eventId);
                seatChanges.publishReload(eventId);
                log.info("Event {}: {} seats laid out", eventId, plan.seats().size());
            }
        } catch (RestClientException | IllegalStateException e) {
            log.warn("Event {}: no plan yet, retrying in {} s: {}", eventId, RETRY.toSeconds(), e.toString());
        }
    }
}
