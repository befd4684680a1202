package podo.e2e.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.Show;
import podo.e2e.StackClients;
import podo.e2e.StackProcesses;
import podo.e2e.access.Visit;
import tools.jackson.databind.JsonNode;

/** A refusal that a fan was told is found by its trace at the service that refused. */
@OnRunningStack
class TraceIT {

    @Test
    void aRefusedHoldIsFoundAtTheServiceByTheTraceThatTheFanWasTold() {
        Show show = Show.onSale(1, 4);
        Fan first = Fan.fresh();
        Fan second = Fan.fresh();
        List<Long> seat = first.freeSeats(show.id()).subList(0, 1);
        first.hold(show.id(), first.enter(show.id()), seat).has(201);
        Answer refused = second.hold(show.id(), second.enter(show.id()), seat).has(409);
        String trace = refused.headers().firstValue("Trace-Id").orElseThrow();
        assertThat(trace).matches("[0-9a-f]{32}");

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(requestsOf("inventory")).anySatisfy(request -> {
                    assertThat(request.path("traceId").asString()).isEqualTo(trace);
                    assertThat(request.path("kind").asString()).isEqualTo("seats-taken");
                }));
    }

    @Test
    void theOperatorsPageShowsTheProcessesAndFindsTheTrace() {
        Fan fan = Fan.fresh();
        Answer refused = fan.api()
                .with("X-Entry-Pass", "none")
                .post("/api/events/" + Show.onSale(1, 4).id() + "/holds", Map.of("seatIds", List.of(1)))
                .has(403);
        Visit operator = new Visit(RunningStack.URL);
        operator.logIn("operator@podo.dev", RunningStack.DEMO_PASSWORD);
        assertThat(operator.get("/admin/operations?trace="
                        + refused.headers().firstValue("Trace-Id").orElseThrow()))
                .isEqualTo(200);
    }

    private static List<JsonNode> requestsOf(String service) {
        return new Api(
                        StackProcesses.address(service),
                        Fan.operator().headers(),
                        StackClients.as(StackClients.OUTSIDER))
                .get("/operations")
                .has(200)
                .json("requests")
                .valueStream()
                .toList();
    }
}
