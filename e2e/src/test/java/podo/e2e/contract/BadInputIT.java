package podo.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;

@OnRunningStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private final Api nobody = Api.open();
    private Api organiser;

    @BeforeAll
    void logIn() {
        organiser = Fan.organiser();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/users",
                "/api/tokens",
                "/api/tokens/refresh",
                "/api/venues",
                "/api/events",
                "/api/reservations",
                "/api/payments",
                "/api/payments/confirm"
            })
    void malformedJsonWrongTypesAndOversizedBodiesAreRefused(String path) {
        organiser.call("POST", path, "{\"a\":", "application/json").refuses(400);
        organiser.call("POST", path, "[]", "application/json").refuses(400);
        organiser.call("POST", path, "", "application/json").refuses(400);
        organiser.call("POST", path, "a=1", "application/x-www-form-urlencoded").refuses(415);
        organiser.call("POST", path, "x", "text/plain").refuses(415);
        // plans of halls may be larger than other bodies
        int tooLarge = path.equals("/api/venues") ? 9_000_000 : 2_000_000;
        organiser.call("POST", path, "x".repeat(tooLarge), "application/json").refuses(413);
        organiser.call("PATCH", path, "{}", "application/json").refuses(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/nowhere",
                "/api",
                "/internal/holds/1",
                "/INTERNAL/holds/1",
                "/%69nternal/holds/1",
                "/actuator",
                "/actuator/health",
                "/actuator/env",
                "/eureka/apps",
                "/api/../internal/holds/1",
                "/v3/api-docs",
                "/no/such/page"
            })
    void whatIsNotThereIsNotFoundAndNeverARedirect(String path) {
        nobody.get(path).refuses(404);
        organiser.get(path).refuses(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%2f", "/api/events/%2f", "/a%00b", "/api/events/1%00"})
    void whatTomcatRefusesIsAProblem(String path) {
        Answer answer = nobody.get(path);
        assertThat(answer.status()).isIn(400, 404);
        answer.refuses(answer.status());
    }

    @ParameterizedTest
    @CsvSource({"en-US, en", "'ko-KR,ko;q=0.9,en;q=0.8', ko", "fr, en"})
    void refusalsSpeakTheCallersLanguage(String wish, String language) {
        for (String path : new String[] {"/api/users/me", "/api/events/999999999", "/api/nowhere"}) {
            Answer refusal = nobody.with("Accept-Language", wish).get(path);
            assertThat(refusal.string("detail").chars().anyMatch(letter -> letter >= 0xAC00 && letter <= 0xD7A3))
                    .as("%s", refusal)
                    .isEqualTo(language.equals("ko"));
        }
    }

    @Test
    void whatACallerClaimsAboutItselfIsNotBelieved() {
        Fan fan = Fan.fresh();
        fan.api()
                .with("X-Forwarded-For", "127.0.0.1")
                .with("X-Forwarded-Prefix", "/internal")
                .with("X-Original-URL", "/internal/holds/1")
                .get("/api/users/me")
                .has(200);
        fan.api()
                .with("X-User-Id", "1")
                .with("X-Roles", "ORGANISER")
                .post("/api/venues", Map.of())
                .refuses(403);
    }

    @Test
    void theApiIsPublishedAsOpenApi() {
        assertThat(nobody.with("Accept", "text/html").get("/api/docs").has(200).text())
                .contains("<html");
        for (String service : new String[] {"user", "event", "inventory", "reservation", "payment"}) {
            Answer document = nobody.get("/api/docs/" + service).has(200);
            assertThat(document.string("openapi")).startsWith("3.");
            assertThat(document.json("paths").size()).isPositive();
            assertThat(document.json("paths").toString()).doesNotContain("\"/internal");
        }
    }
}
