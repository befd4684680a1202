package podo.user.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.user.UserIT;
import tools.jackson.databind.JsonNode;

class RefreshIT extends UserIT {

    @Autowired
    JdbcClient jdbc;

    private String logInFan() {
        return logIn(signUpFan(), PASSWORD).text("refreshToken");
    }

    @Test
    void aRefreshTokenWorksOnceAndItsSuccessorToo() {
        String first = logInFan();
        Answer second = refresh(first);
        assertThat(second.status()).isEqualTo(200);
        assertThat(get("/api/users/me", "Authorization", "Bearer " + second.text("accessToken"))
                        .status())
                .isEqualTo(200);

        Answer replayed = refresh(first);
        assertThat(replayed.status()).isEqualTo(401);
        assertThat(replayed.problem()).isEqualTo("urn:problem:refresh-token-invalid");
        assertThat(refresh(second.text("refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void ofTenSimultaneousUsesExactlyOneWinsAndTheFanStaysLoggedIn() throws Exception {
        String token = logInFan();
        Callable<Answer> use = () -> refresh(token);
        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = tabs
                    .invokeAll(IntStream.range(0, 10).mapToObj(i -> use).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers.stream().map(Answer::status))
                    .containsOnlyOnce(200)
                    .containsOnly(200, 401);
            Answer winner =
                    answers.stream().filter(it -> it.status() == 200).findAny().orElseThrow();
            assertThat(refresh(winner.text("refreshToken")).status()).isEqualTo(200);
        }
    }

    @Test
    void aTokenReusedAfterTheGracePeriodRevokesItsLogIn() {
        String stolen = logInFan();
        String kept = refresh(stolen).text("refreshToken");
        clock.advance(Duration.ofSeconds(11));
        assertThat(refresh(stolen).status()).isEqualTo(401);
        assertThat(refresh(kept).status()).isEqualTo(401);
    }

    @Test
    void loggingOutRevokesOneLogInOnly() {
        String email = signUpFan();
        String here = logIn(email, PASSWORD).text("refreshToken");
        String elsewhere = logIn(email, PASSWORD).text("refreshToken");
        assertThat(post("/api/tokens/revoke", Map.of("refreshToken", here)).status())
                .isEqualTo(204);
        assertThat(refresh(here).status()).isEqualTo(401);
        assertThat(refresh(elsewhere).status()).isEqualTo(200);
        assertThat(post("/api/tokens/revoke", Map.of("refreshToken", "unknown")).status())
                .isEqualTo(204);
    }

    @Test
    void logOutEndsTheAccessTokenOfThisLogInWithinSeconds() {
        String email = signUpFan();
        Answer here = logIn(email, PASSWORD);
        Answer elsewhere = logIn(email, PASSWORD);
        assertThat(me(here)).isEqualTo(200);
        Answer later = refresh(here.text("refreshToken"));
        post("/api/tokens/revoke", Map.of("refreshToken", later.text("refreshToken")));
        await().atMost(Duration.ofSeconds(5)).until(() -> me(here) == 401 && me(later) == 401);
        assertThat(me(elsewhere)).isEqualTo(200);
        assertThat(ended(0)).contains(here.text("logIn")).doesNotContain(elsewhere.text("logIn"));
    }

    @Test
    void endedLogInsAreListedAsLongAsTheirTokensLive() {
        String email = signUpFan();
        Answer fan = logIn(email, PASSWORD);
        post("/api/tokens/revoke", Map.of("refreshToken", fan.text("refreshToken")));
        long after = clock.instant().plusSeconds(1).toEpochMilli();
        assertThat(ended(after)).doesNotContain(fan.text("logIn"));
        clock.advance(Duration.ofMinutes(19));
        assertThat(ended(0)).contains(fan.text("logIn"));
        clock.advance(Duration.ofMinutes(3));
        assertThat(ended(0)).doesNotContain(fan.text("logIn"));
    }

    private List<String> ended(long after) {
        return get("/.well-known/ended-log-ins?after=" + after)
                .body()
                .path("logIns")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private int me(Answer tokens) {
        return get("/api/users/me", "Authorization", "Bearer " + tokens.text("accessToken"))
                .status();
    }

    @Test
    void aLogInEndsAfterThirtyDays() {
        String token = logInFan();
        clock.advance(Duration.ofDays(31));
        assertThat(refresh(token).status()).isEqualTo(401);
    }

    @Test
    void onlyTheHashOfATokenIsStored() {
        String token = logInFan();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM refresh_token WHERE hash = UNHEX(SHA2(?, 256))")
                        .param(token)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void malformedTokensAreRefused() {
        assertThat(refresh("nonsense").status()).isEqualTo(401);
        assertThat(refresh(" ").status()).isEqualTo(400);
        assertThat(refresh("x".repeat(201)).status()).isEqualTo(400);
    }
}
