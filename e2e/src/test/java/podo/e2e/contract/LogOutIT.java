package podo.e2e.contract;

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
import podo.e2e.Show;

@OnRunningStack
class LogOutIT {

    /** One by its number, then all others: a minute is promised, seconds are measured. */
    @Test
    void aDeviceAndAllOthersAreLoggedOutEverywhereWithinSeconds() {
        Fan fan = Fan.fresh();
        Map<String, String> credentials = Map.of("email", fan.email(), "password", fan.password());
        Answer one = Api.open().post("/api/tokens", credentials).has(200);
        Answer two = Api.open().post("/api/tokens", credentials).has(200);
        List<String> calls = List.of("/api/users/me", "/api/reservations", "/api/payments/unknown", "/api/tickets");
        String logIn = one.string("logIn");
        fan.api().delete("/api/users/me/log-ins/" + logIn).has(204);
        awaitRefused(one, calls);
        Api.open().as(two.string("accessToken")).get("/api/users/me").has(200);
        fan.api().delete("/api/users/me/log-ins").has(204);
        awaitRefused(two, calls);
        Api.open()
                .post("/api/tokens/refresh", Map.of("refreshToken", two.string("refreshToken")))
                .has(401);
        fan.api().get("/api/users/me").has(200);
    }

    private static void awaitRefused(Answer tokens, List<String> calls) {
        Api copied = Api.open().as(tokens.string("accessToken"));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> calls.forEach(
                        path -> assertThat(copied.get(path).status()).as(path).isEqualTo(401)));
    }

    @Test
    void aLogOutEndsTheAccessTokenInEveryServiceWithinSeconds() {
        Fan fan = Fan.fresh();
        Answer tokens = Api.open()
                .post("/api/tokens", Map.of("email", fan.email(), "password", fan.password()))
                .has(200);
        Api copied = Api.open().as(tokens.string("accessToken"));
        List<String> calls = List.of(
                "/api/users/me",
                "/api/events",
                "/api/events/" + Show.onSale(1, 2).id() + "/seats",
                "/api/reservations",
                "/api/payments/unknown");
        calls.forEach(path -> assertThat(copied.get(path).status()).as(path).isIn(200, 404));

        Api.open()
                .post("/api/tokens/revoke", Map.of("refreshToken", tokens.string("refreshToken")))
                .has(204);

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> calls.forEach(
                        path -> assertThat(copied.get(path).status()).as(path).isEqualTo(401)));
        fan.api().get("/api/users/me").has(200);
    }
}
