package podo.e2e.odd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podo.e2e.OnRunningStack;

@OnRunningStack
class OddRequestsIT {

    /** What other requests and timers write meanwhile: the stack is never silent. */
    private static final int LINES_OF_OTHERS = 60;

    @ParameterizedTest
    @CsvSource({
        "gateway-mvc, /api/events, /api/tokens, /login",
        "gateway-mvc, /, /api/payments, /signup",
        "gateway-mvc, /events/1/seats, /api/payments/webhooks/toss, /events/1/queue",
        "web-frontend, /login, /signup, /logout",
        "user, /api/users/me, /api/users, /api/tokens",
        "event, /api/events, /api/events, /api/venues",
        "inventory, /api/events/1/seats/layout, /internal/holds/states, /api/events/1/holds",
        "reservation, /api/events/1/fairness, /api/reservations, /gate/refusals",
        "payment, /api/payments/x, /api/payments/webhooks/toss, /api/payments",
        "toss-simulator, /window, /simulator/clock, /simulator/faults",
        "toss-simulator, /v1/payments/x, /v1/payments/confirm, /simulator/faults/heal",
        "registry, /eureka/apps, /eureka/apps/USER, /",
        "config, /user/default, /encrypt, /"
    })
    void areRefusedInWordsWithAtMostALineOfLogEach(String process, String read, String json, String form)
            throws IOException {
        RawServer server = RawServer.of(process);
        Map<String, String> requests = OddRequests.to(read, json, form);
        LogFiles before = LogFiles.now();
        SoftAssertions found = new SoftAssertions();
        for (Map.Entry<String, String> request : requests.entrySet()) {
            RawAnswer answer = server.send(request.getValue());
            found.assertThat(answer.status())
                    .as("%s: %s → %s", process, request.getKey(), answer)
                    .isLessThan(500);
            if (answer.status() >= 400 && answer.hasBody()) {
                found.assertThat(answer.isRefusalInWords())
                        .as("%s: %s → %s", process, request.getKey(), answer)
                        .isTrue();
            }
        }
        found.assertAll();
        Map<String, List<String>> written = before.linesSince();
        assertThat(written.values().stream().flatMap(List::stream).filter(line -> line.startsWith("\tat ")))
                .as("stack traces")
                .isEmpty();
        // the process that was called, and the one behind it
        for (List<String> lines : written.values()) {
            assertThat(lines).as("lines of log").hasSizeLessThan(requests.size() + LINES_OF_OTHERS);
        }
    }
}
