package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every refusal of every service is shown at once as a page with words: nobody waits for the {@code Retry-After}. */
@WebFrontendTest
class RefusalsIT {

    private static final List<Integer> REFUSALS = List.of(401, 403, 409, 410, 422, 429, 503);

    /** A page or form, and the service call that it makes. */
    private record Step(String method, String page, String call) {}

    private static final List<Step> STEPS = List.of(
            new Step("POST", "/login", "POST /api/tokens"),
            new Step("POST", "/signup", "POST /api/users"),
            new Step("GET", "/", "GET /api/events"),
            new Step("GET", "/events/1", "GET /api/events/1"),
            new Step("POST", "/admin/events/20/publish", "POST /api/events/20/publish"),
            new Step("GET", "/admin/venues", "GET /api/venues"),
            new Step("GET", "/events/2/queue", "GET /api/events/2/queue/me"),
            new Step("POST", "/events/2/queue", "POST /api/events/2/queue"),
            new Step("POST", "/events/1/queue/enter", "POST /api/events/1/queue/enter"),
            new Step("POST", "/events/1/seats", "POST /api/events/1/holds"),
            new Step("GET", "/checkout/r-1", "GET /api/reservations/r-1"),
            new Step("POST", "/checkout/r-1/pay", "POST /api/payments"),
            new Step(
                    "GET",
                    "/payments/success?paymentKey=k&orderId=podo-order-r-1&amount=264000",
                    "POST /api/payments/confirm"),
            new Step("GET", "/tickets", "GET /api/reservations"),
            new Step("GET", "/admin/audit", "GET /api/audit"),
            new Step("POST", "/admin/events/1/room", "PUT /api/events/1/room"));

    @LocalServerPort
    int port;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
    }

    static Stream<Arguments> everyRefusal() {
        return STEPS.stream().flatMap(step -> REFUSALS.stream().map(status -> Arguments.of(step, status)));
    }

    @ParameterizedTest
    @MethodSource("everyRefusal")
    void aRefusalIsShownAtOnce(Step step, int status) {
        boolean account = step.page().equals("/login") || step.page().equals("/signup");
        var fan = account ? new Browser(port) : new Browser(port).loggedIn();
        if (account) {
            fan.get(step.page());
        } else {
            fan.get("/tickets");
        }
        if (step.page().endsWith("/seats")) {
            fan.post("/events/1/queue/enter");
        }
        String path = step.call().split(" ")[1];
        refuse(step.call(), status, 45);
        Instant began = Instant.now();
        HttpResponse<String> page = send(fan, step);
        // far from the 45 s; a busy machine takes more than the usual tenth of a second
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(WebFrontendTest.SERVICES
                        .server()
                        .findAll(RequestPatternBuilder.newRequestPattern(
                                RequestMethod.fromString(step.call().split(" ")[0]), urlPathEqualTo(path))))
                .isNotEmpty();
        if (page.statusCode() < 300 || page.statusCode() >= 400) {
            assertThat(page.body()).contains("<h1").doesNotContain("urn:problem", "Whitelabel");
        } else {
            assertThat(page.headers().firstValue("Location").orElse("")).isNotEmpty();
        }
    }

    @Test
    void tooManyWrongPasswordsAreSaidWithTheTimeToWait() {
        refuse("POST /api/tokens", 429, 45);
        var fan = new Browser(port);
        fan.get("/login");
        HttpResponse<String> page = fan.post("/login", "email", "fan@podo.dev", "password", "right");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.headers().firstValue("Retry-After")).hasValue("45");
        assertThat(page.body()).contains("45", "value=\"fan@podo.dev\"");
    }

    private static HttpResponse<String> send(Browser fan, Step step) {
        return step.method().equals("GET")
                ? fan.get(step.page())
                : fan.post(
                        step.page(),
                        "email",
                        "a@b.c",
                        "password",
                        "podo-demo",
                        "name",
                        "Kim",
                        "seat",
                        "69",
                        "rate",
                        "5",
                        "cap",
                        "100",
                        "mode",
                        "OPEN",
                        "attempt",
                        "a");
    }

    private static void refuse(String call, int status, int retryAfter) {
        String[] parts = call.split(" ");
        ResponseDefinitionBuilder refusal = aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withHeader("Retry-After", Integer.toString(retryAfter))
                .withBody("{\"type\":\"urn:problem:refused\",\"status\":" + status + ",\"detail\":\"In words.\"}");
        WebFrontendTest.SERVICES
                .server()
                .stubFor(request(parts[0], urlPathEqualTo(parts[1]))
                        .atPriority(1)
                        .willReturn(refusal));
    }
}
