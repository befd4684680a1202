package podo.inventory.seat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import podo.starter.jdbc.Utc;

/** Fetches the plans of halls whose seats are not laid out yet, as long as it takes the event service to answer. */
@Component
class HallBuilder {

    private static final Logger log = LoggerFactory.getLogger(HallBuilder.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final ShowPlanClient plans;
    private final HallSeatWriter layer;
    private final Halls halls;
    private final SeatChangePublisher news;
    private final Clock clock;

    HallBuilder(
            JdbcClient jdbc,
            ShowPlanClient plans,
            HallSeatWriter layer,
            Halls halls,
            SeatChangePublisher news,
            Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.layer = layer;
        this.halls = halls;
        this.news = news;
        this.clock = clock;
    }

    /** At a fixed rate, which means in a thread of its own: a plan that does not come holds up no sweep. */
    @Scheduled(fixedRateString = "${podo.seat.layout-check:500ms}")
    void buildWhatIsMissing() {
        for (long eventId : unbuilt()) {
            if (mine(eventId)) {
                build(eventId);
            }
        }
    }

    private List<Long> unbuilt() {
        return jdbc.sql("""
                        SELECT event_id FROM hall
                        WHERE laid_version <> plan_version AND NOT cancelled AND next_try_at <= ? LIMIT 20
                        """)
                .param(Utc.millis(clock.instant()))
                .query(Long.class)
                .list();
    }

    /** One instance builds, the others come back later should it have died. */
    private boolean mine(long eventId) {
        return jdbc.sql("UPDATE hall SET next_try_at = ? WHERE event_id = ? AND next_try_at <= ?")
                        .params(Utc.millis(clock.instant().plus(PAUSE)), eventId, Utc.millis(clock.instant()))
                        .update()
                == 1;
    }

    private void build(long eventId) {
        try {
            ShowPlan plan = plans.of(eventId);
            if (layer.lay(plan)) {
                halls.forget(eventId);
                news.everythingChanged(eventId);
                log.info("Event {}: {} seats laid out", eventId, plan.seats().size());
            }
        } catch (RestClientException | IllegalStateException e) {
            log.warn("Event {}: no plan yet, will ask again: {}", eventId, e.toString());
        }
    }
}
