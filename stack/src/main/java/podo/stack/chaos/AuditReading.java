package podo.stack.chaos;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * What the last audit said.
 *
 * @param at when it was made
 * @param findings number of them
 * @param paid captured amount in whole won
 */
record AuditReading(Instant at, int findings, long tickets, long paid) {

    static AuditReading of(JsonNode report) {
        return new AuditReading(
                Instant.parse(report.path("at").asString()),
                report.path("findings").size(),
                report.path("checked").path("tickets").asLong(),
                report.path("sums").path("captured").asLong());
    }
}
