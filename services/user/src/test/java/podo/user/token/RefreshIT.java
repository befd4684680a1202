package podo.user.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.user.UserIT;

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
