package podo.notification.action;

import java.time.Instant;
import java.util.Map;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** The log of teams, at reservation. */
interface TeamActionClient {

    /** @param actionId by which a repeat is known */
    record Action(String actionId, long teamId, long accountId, String what, Map<String, String> detail, Instant at) {}

    @PostExchange("/internal/team-actions")
    void record(@RequestBody Action action);
}
