package podo.e2e.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import podo.e2e.Answer;
import podo.e2e.Fan;
import tools.jackson.databind.JsonNode;

/** Calls the auditor: paid = ticketed + refunded, each seat sold once, none lost. */
public final class AuditCheck {

    private AuditCheck() {}

    /** Waits up to 5 minutes until an audit has no findings. Returns its sums. */
    public static JsonNode awaitNoFindings(String after) {
        JsonNode[] report = new JsonNode[1];
        await().ignoreExceptions()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    Answer answer = Fan.operator().post("/api/audit").has(200);
                    assertThat(answer.json("ok").asBoolean())
                            .as("%s: %s", after, answer.json("findings"))
                            .isTrue();
                    report[0] = answer.json();
                });
        return report[0].path("sums");
    }
}
