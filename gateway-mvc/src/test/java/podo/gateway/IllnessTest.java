package podo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static podo.gateway.Browser.assertProblem;
import static podo.gateway.Neighbourhood.SERVICES;
import static podo.gateway.Neighbourhood.token;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** One service is ill, the others do not notice. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "podo.gateway.forward.calls-at-once=20",
            "podo.gateway.forward.queue-for=100ms",
            "tiny.without=web-frontend"
        })
@ContextConfiguration(initializers = Neighbourhood.class)
@DirtiesContext
class IllnessTest {

    @LocalServerPort
    int port;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void aSilentServiceIsGivenUpAndThenLeftAloneWhileTheOthersAnswer() {
        assertProblem(browser.get("/api/payments/silence", "Authorization", token()), 504, "no-answer");
        try (var fans = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 60)
                    .mapToObj(i -> fans.submit(() -> browser.get("/api/payments/silence", "Authorization", token())
                            .statusCode()))
                    .toList();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(browser.get("/api/events").statusCode()).isEqualTo(200));
            await().atMost(Duration.ofSeconds(60)).until(() -> answers.stream().allMatch(answer -> answer.isDone()));
            assertThat(answers).extracting(answer -> answer.get()).containsOnly(503, 504);
        }
        int before = SERVICES.get("payment").calls.get();
        var refused = browser.get("/api/payments/1", "Authorization", token());
        assertProblem(refused, 503, "unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(SERVICES.get("payment").calls.get()).isEqualTo(before);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(browser.get("/api/payments/1", "Authorization", token())
                                .statusCode())
                        .isEqualTo(200));
    }

    @Test
    void aServiceThatHangsUpIsABadGateway() {
        assertProblem(browser.post("/api/venues/hang-up", "{}", "Authorization", token()), 502, "broken-off");
    }

    @Test
    void aDeadInstanceIsPassedOverForTheOther() {
        for (int i = 0; i < 6; i++) {
            assertThat(browser.get("/api/events/1/seats", "Authorization", token())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whenPagesAreAwayAPersonGetsACalmPageAndAProgramAProblem() {
        var page = browser.get("/events/1", "Accept", "text/html,*/*;q=0.8", "Accept-Language", "ko-KR");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(page.body()).contains("lang=\"ko\"", "잠시 쉬고 있어요").doesNotContain("{title}", "{text}", "Exception");
        assertProblem(browser.get("/events/1"), 503, "unavailable");
    }
}
