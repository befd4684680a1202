package podo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static podo.gateway.GatewayClient.assertProblem;
import static podo.gateway.GatewayClient.json;
import static podo.gateway.StubbedServices.token;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningGateway
class RoutingTest {

    @LocalServerPort
    int port;

    private GatewayClient client;

    @BeforeEach
    void open() {
        client = new GatewayClient(port);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/users/me, user",
        "/api/tokens, user",
        "/api/tokens/refresh, user",
        "/api/events, event",
        "/api/events/42, event",
        "/api/events/42/publish, event",
        "/api/venues, event",
        "/api/events/42/seats, inventory",
        "/api/events/42/seats/best?count=2, inventory",
        "/api/events/42/holds, inventory",
        "/api/events/42/history, inventory",
        "/api/holds/7f, inventory",
        "/api/events/42/queue, reservation",
        "/api/events/42/queue/me, reservation",
        "/api/events/42/fairness, reservation",
        "/api/events/42/room, reservation",
        "/api/reservations/1/cancel, reservation",
        "/api/tickets, reservation",
        "/api/payments/confirm, payment",
        "/api/audit, payment",
        "/, web-frontend",
        "/events/42/seats, web-frontend",
        "/payments/success?orderId=podo-1&amount=1, web-frontend",
    })
    void everyPathHasItsService(String target, String service) {
        assertThat(json(client.get(target, "Authorization", token())))
                .containsEntry("service", service)
                .containsEntry("target", target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/nowhere",
                "/api/",
                "/api",
                "/API/events",
                "/%61pi/events",
                "/api//events",
                "/api/./events",
                "/api/users/../../internal/x",
                "/api/events/%34%32",
                "/api/events;x=1/42",
                "/internal",
                "/internal/holds/1",
                "/INTERNAL/holds/1",
                "/%69nternal/holds/1",
                "//internal/holds/1",
                "/internal;x/holds/1",
                "/actuator/health",
                "/Actuator",
                "/eureka/apps",
                "/error",
                "/x/%2e%2e/internal",
            })
    void internalAmbiguousAndUnknownPathsAreNotFound(String path) {
        assertProblem(client.get(path, "Authorization", token()), 404, "not-found");
        assertProblem(client.get(path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%2f", "/api/events/%2f", "/a%00b", "/api/%00", "/internal%2fx", "/%5cinternal"})
    void whatTomcatRefusesIsAProblemToo(String path) {
        var response = client.get(path);
        assertThat(response.statusCode()).isIn(400, 404);
        assertProblem(response, response.statusCode(), response.statusCode() == 400 ? "malformed" : "not-found");
    }

    @Test
    void methodQueryBodyAndCookiesArriveAsTheyWere() {
        var response = json(client.call(
                "PUT",
                "/events/1?q=%ED%8F%AC%EB%8F%84+x&q=%26&empty=",
                "a=1&b=%20&a=2",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Cookie",
                "SESSION=abc"));
        assertThat(response)
                .containsEntry("method", "PUT")
                .containsEntry("target", "/events/1?q=%ED%8F%AC%EB%8F%84+x&q=%26&empty=")
                .containsEntry("body", "a=1&b=%20&a=2");
        assertThat(headers(response)).containsEntry("Cookie", "SESSION=abc");
    }

    @Test
    void aFormArrivesFieldByFieldInItsOrder() {
        var response = json(client.post(
                "/events/42/wishes?next=%2Ftickets",
                "b=2&a=1&b=3", "Content-Type", "application/x-www-form-urlencoded"));
        assertThat(response).containsEntry("body", "b=2&a=1&b=3");
    }

    @Test
    void forwardedHeadersOfTheClientAreDropped() {
        var headers = headers(json(client.get(
                "/",
                "X-Forwarded-For",
                "6.6.6.6",
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Prefix",
                "/evil",
                "Forwarded",
                "for=6.6.6.6",
                "X-Real-IP",
                "6.6.6.6",
                "X-Podo-Page",
                "1")));
        assertThat(headers)
                .containsEntry("X-forwarded-for", "127.0.0.1")
                .containsEntry("X-forwarded-host", "127.0.0.1:" + port)
                .containsEntry("X-forwarded-proto", "http")
                .doesNotContainKeys("Forwarded", "X-real-ip", "X-forwarded-prefix", "X-podo-page");
    }

    @Test
    void aTraceBeginsAtTheGatewayWhateverTheClientSends() {
        String theirs = "0af7651916cd43dd8448eb211c80319c";
        String[] sent = {
            "traceparent",
            "00-" + theirs + "-b7ad6b7169203331-01",
            "tracestate",
            "x=1",
            "b3",
            theirs + "-b7ad6b7169203331-1"
        };
        var headers = headers(json(client.get("/", sent)));
        // not sampled; the other flag says that the id is random
        assertThat(headers.get("Traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[02]");
        assertThat(headers.values()).noneMatch(value -> value.contains(theirs));
        assertThat(headers).doesNotContainKeys("Tracestate", "B3");
        assertThat(client.get("/api/nowhere", sent)
                        .headers()
                        .firstValue("Trace-Id")
                        .orElse(""))
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(theirs);
    }

    @Test
    void redirectsAndCookiesComeBackUntouched() {
        var response = client.get("/redirect");
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).hasValue("/elsewhere");
        assertThat(response.headers().allValues("Set-Cookie"))
                .containsExactlyInAnyOrder("SESSION=1; HttpOnly", "LANG=ko");
    }

    @Test
    void headIsAnsweredWithoutBody() {
        var response = client.call("HEAD", "/events/1", null);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void theApiIsDescribedOnOnePage() {
        assertThat(client.get("/api/docs", "Accept", "text/html").body()).contains("swagger-ui-bundle.js");
        assertThat(client.get("/api/docs/ui/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
        assertThat(json(client.get("/api/docs/inventory"))).containsEntry("target", "/v3/api-docs");
        assertProblem(client.get("/api/docs/web-frontend"), 404, "not-found");
        assertProblem(client.get("/api/docs/page/application.yml"), 404, "not-found");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> headers(Map<String, Object> echo) {
        return (Map<String, String>) echo.get("headers");
    }
}
