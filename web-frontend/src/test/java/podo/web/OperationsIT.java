package podo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The operators' page: what the processes say, and who may see it. */
@WebFrontendTest
class OperationsIT {

    private static final String PAGE = "/admin/operations";

    @LocalServerPort
    int port;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
    }

    @Test
    void anOperatorSeesTheFiguresAndFindsARefusalByItsReference() {
        Browser operator = loggedInWith("FAN", "OPERATOR");
        assertThat(pageWith(operator, "1,204"))
                .contains(
                        "1,204",
                        "3,456 ms",
                        "seats-taken",
                        "/api/events/{id}/holds",
                        OrganiserStubs.TRACE,
                        "every 2s",
                        "Processes that answered: 6");
        assertThat(operator.get(PAGE + "?trace=" + OrganiserStubs.TRACE).body())
                .contains("seats-taken")
                .doesNotContain("/api/payments/confirm");
        assertThat(operator.get(PAGE + "?trace=00000000000000000000000000000000")
                        .body())
                .contains("None of the last requests");
        assertThat(operator.get(PAGE + "?trace=%3Cb%3E").body())
                .contains("id=\"reference-wrong\"", "&lt;b&gt;")
                .doesNotContain("<b>");
        assertThat(operator.withLanguage("ko").get(PAGE).body())
                .contains("대기 중")
                .doesNotContain("??");
    }

    @Test
    void aPausedPageAsksForNothing() {
        Browser operator = loggedInWith("FAN", "OPERATOR");
        assertThat(operator.get(PAGE + "?paused").body())
                .doesNotContain("hx-get=\"/admin/operations")
                .contains("Update again");
        pageWith(operator, "1,204");
        assertThat(operator.htmxGet(PAGE).body()).contains("1,204").doesNotContain("<html");
    }

    @Test
    void aProcessThatDoesNotAnswerIsSaid() {
        WebFrontendTest.SERVICES.refuse("GET", "/operations", 503, "unavailable", Map.of());
        pageWith(loggedInWith("FAN", "OPERATOR"), "Processes that answer: 0 of 6");
    }

    @Test
    void nobodyElseSeesThem() {
        assertThat(loggedInWith("FAN", "ORGANISER").get(PAGE).statusCode()).isEqualTo(403);
        assertThat(loggedInWith("FAN").get(PAGE).statusCode()).isEqualTo(403);
        assertThat(new Browser(port).get(PAGE).statusCode()).isEqualTo(303);
    }

    /** All tests share what was read within the last second. */
    private static String pageWith(Browser operator, String text) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            HttpResponse<String> page = operator.get(PAGE);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains(text);
        });
        return operator.get(PAGE).body();
    }

    private Browser loggedInWith(String... roles) {
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/users/me",
                200,
                Map.of("id", 9, "email", "o@podo.dev", "name", "Operator", "roles", List.of(roles)));
        return new Browser(port).loggedIn();
    }
}
