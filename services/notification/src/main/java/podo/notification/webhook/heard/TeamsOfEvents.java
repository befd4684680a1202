package podo.notification.webhook.heard;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;

/** Whose an event is: from its messages, else from reservation. It never changes. */
@Component
class TeamsOfEvents {

    private final JdbcClient jdbc;
    private final TeamOfEventClient reservation;

    TeamsOfEvents(JdbcClient jdbc, TeamOfEventClient reservation) {
        this.jdbc = jdbc;
        this.reservation = reservation;
    }

    void remember(long eventId, long teamId) {
        jdbc.sql("INSERT IGNORE INTO webhook_event (event_id, team_id) VALUES (?, ?)")
                .params(eventId, teamId)
                .update();
    }

    /** Throws {@link ResourceAccessException} while reservation does not answer, so that the message is heard again. */
    Optional<Long> find(long eventId) {
        Optional<Long> known = jdbc.sql("SELECT team_id FROM webhook_event WHERE event_id = ?")
                .param(eventId)
                .query(Long.class)
                .optional();
        return known.isPresent() ? known : ask(eventId);
    }

    private Optional<Long> ask(long eventId) {
        try {
            long team = reservation.owner(eventId).teamId();
            remember(eventId, team);
            return Optional.of(team);
        } catch (HttpClientErrorException.NotFound e) {
            return Optional.empty();
        } catch (IllegalStateException e) {
            throw new ResourceAccessException("reservation: " + e.getMessage());
        }
    }
}
