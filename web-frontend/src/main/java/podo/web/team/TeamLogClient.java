package podo.web.team;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** The log of teams, at the reservation service. */
interface TeamLogClient {

    /** @param member the name of the account that the action was about; null when it was about none */
    record TeamLogEntry(
            long id,
            Instant at,
            long by,
            String name,
            String what,
            @Nullable Long eventId,
            String event,
            @Nullable String orderId,
            @Nullable String member,
            Map<String, Object> detail) {}

    /** What members of the caller's teams did, newest first; a parameter that is null asks for all. */
    @GetExchange("/api/organiser/log")
    List<TeamLogEntry> log(
            @RequestParam(required = false) @Nullable Long eventId,
            @RequestParam(required = false) @Nullable Long by,
            @RequestParam(required = false) @Nullable String what,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam long before,
            @RequestParam int size);
}
