package podo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static podo.gateway.GatewayClient.assertProblem;
import static podo.gateway.StubbedServices.SERVICES;
import static podo.gateway.StubbedServices.token;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** One service fails; requests to the others are not affected. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "podo.gateway.forward.calls-at-once=20",
            "podo.gateway.forward.queue-for=100ms",
            "stub.without=web-frontend"
        })
@ContextConfiguration(initializers = StubbedServices.class)
@DirtiesContext
class FailingServiceTest {

    @LocalServerPort
    int port;

    private GatewayClient client;

    @BeforeEach
    void open() {
        client = new GatewayClient(port);
    }

    @Test
    void aSilentServiceIsGivenUpAndThenLeftAloneWhileTheOthersAnswer() {
        assertProblem(client.get("/api/payments/silence", "Authorization", token()), 504, "no-answer");
        try (var fans = Executors.newVirtualThreadPerTaskExecutor()) {
            var responses = IntStream.range(0, 60)
                    .mapToObj(i -> fans.submit(() -> client.get("/api/payments/silence", "Authorization", token())
                            .statusCode()))
                    .toList();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(client.get("/api/events").statusCode()).isEqualTo(200));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> responses.stream().allMatch(response -> response.isDone()));
            assertThat(responses).extracting(response -> response.get()).containsOnly(503, 504);
        }
        int before = SERVICES.get("payment").calls.get();
        var refused = client.get("/api/payments/1", "Authorization", token());
        assertProblem(refused, 503, "unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(SERVICES.get("payment").calls.get()).isEqualTo(before);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(client.get("/api/payments/1", "Authorization", token())
                                .statusCode())
                        .isEqualTo(200));
    }

    @Test
    void aServiceThatHangsUpIsABadGateway() {
        assertProblem(client.post("/api/venues/hang-up", "{}", "Authorization", token()), 502, "broken-off");
    }

    @Test
    void aDeadInstanceIsPassedOverForTheOther() {
        for (int i = 0; i < 6; i++) {
            assertThat(client.get("/api/events/1/seats", "Authorization", token())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void withoutWebFrontendABrowserGetsTheFallbackPageAndAProgramAProblem() {
        var page = client.get("/events/1", "Accept", "text/html,*/*;q=0.8", "Accept-Language", "ko-KR");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(page.body())
                .contains("lang=\"ko\"", "잠시 이용할 수 없어요")
                .doesNotContain("{title}", "{text}", "Exception");
        assertProblem(client.get("/events/1"), 503, "unavailable");
    }
}
