package podo.user.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.user.MailedLinks;
import podo.user.UserIT;

class PasswordResetIT extends UserIT {

    private static final String NEW = "another horse battery";

    @Autowired
    MailedLinks links;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aForgottenPasswordIsReplacedAndEveryLogInEnds() {
        String email = signUpFan();
        Answer before = logIn(email, PASSWORD);
        String token = askFor(email, 1);

        assertThat(set(token, NEW).status()).isEqualTo(204);

        assertThat(logIn(email, PASSWORD).status()).isEqualTo(401);
        Answer after = logIn(email, NEW);
        assertThat(after.status()).isEqualTo(200);
        assertThat(refresh(before.text("refreshToken")).status()).isEqualTo(401);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> get("/api/users/me", as(before)).status() == 401);
        assertThat(get("/api/users/me", as(after)).body().path("emailConfirmed").asBoolean())
                .isTrue();
        await().until(() -> links.tokens(email, "PASSWORD_CHANGED").size() == 1);
    }

    @Test
    void anUnknownAddressGetsTheSameAnswerAndNothingElse() {
        String unknown = freshEmail();
        Answer answer = post("/api/users/password-reset", Map.of("email", unknown));
        Answer known = post("/api/users/password-reset", Map.of("email", signUpFan()));
        assertThat(answer.status()).isEqualTo(202).isEqualTo(known.status());
        assertThat(answer.raw().body()).isEqualTo(known.raw().body());
        awaitWorkedOff();
        assertThat(links.tokens(unknown, "RESET_PASSWORD")).isEmpty();
    }

    @Test
    void aTokenWorksOnce() {
        String email = signUpFan();
        String token = askFor(email, 1);
        assertThat(set(token, NEW).status()).isEqualTo(204);
        refused(set(token, "a third horse battery"));
        assertThat(logIn(email, NEW).status()).isEqualTo(200);
    }

    @Test
    void ofTenSimultaneousUsesOneSucceeds() throws Exception {
        String token = askFor(signUpFan(), 1);
        try (var threads = Executors.newFixedThreadPool(10)) {
            List<Integer> statuses = threads
                    .invokeAll(IntStream.range(0, 10)
                            .mapToObj(n -> (Callable<Integer>) () ->
                                    set(token, "horse battery number " + n).status())
                            .toList())
                    .stream()
                    .map(done -> done.resultNow())
                    .toList();
            assertThat(statuses).containsOnlyOnce(204).allMatch(status -> status == 204 || status == 400);
        }
    }

    @Test
    void aNewerTokenEndsTheOlder() {
        String email = signUpFan();
        String older = askFor(email, 1);
        String newer = askFor(email, 2);
        refused(set(older, NEW));
        assertThat(set(newer, NEW).status()).isEqualTo(204);
    }

    @Test
    void aTokenLivesHalfAnHour() {
        String token = askFor(signUpFan(), 1);
        clock.advance(Duration.ofMinutes(29));
        assertThat(set(token, "short").problem()).isEqualTo("urn:problem:invalid");
        clock.advance(Duration.ofMinutes(2));
        refused(set(token, NEW));
    }

    @Test
    void aTokenOfAnotherKindOrAccountOpensNothing() {
        String email = signUpFan();
        String confirm = links.tokens(email, "CONFIRM_ADDRESS").getFirst();
        refused(set(confirm, NEW));
        String token = askFor(email, 1);
        String other = askFor(signUpFan(), 1);
        refused(set(token.substring(0, 22) + other.substring(22), NEW));
        refused(set(token.substring(0, 22), NEW));
        assertThat(set(token, NEW).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "password123", "qwertyuiop"})
    void aPasswordThatBreaksTheRulesLeavesTheTokenValid(String weak) {
        String token = askFor(signUpFan(), 1);
        Answer refusal = set(token, weak);
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.problem()).isEqualTo("urn:problem:invalid");
        assertThat(refusal.body().path("fields").get(0).path("field").asString())
                .isEqualTo("password");
        assertThat(set(token, NEW).status()).isEqualTo(204);
    }

    @Test
    void oneAccountGetsFiveMailsInAQuarterOfAnHour() {
        String email = signUpFan();
        for (int i = 0; i < 8; i++) {
            assertThat(post("/api/users/password-reset", Map.of("email", email)).status())
                    .isEqualTo(202);
        }
        awaitWorkedOff();
        assertThat(links.tokens(email, "RESET_PASSWORD")).hasSize(5);
        clock.advance(Duration.ofMinutes(16));
        askFor(email, 6);
    }

    @Test
    void whoseLogInHasToWaitAfterWrongPasswordsNeedNotWaitAfterAReset() {
        String email = signUpFan();
        for (int i = 0; i < 5; i++) {
            logIn(email, "wrong horse battery");
        }
        assertThat(logIn(email, PASSWORD).status()).isEqualTo(429);
        assertThat(set(askFor(email, 1), NEW).status()).isEqualTo(204);
        assertThat(logIn(email, NEW).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":\"\"}",
                "{\"email\":\"no address\"}",
                "{\"email\":\"a@b.c\\r\\nBcc: d@e.f\"}",
                "{\"email\":[\"a@b.c\"]}",
                "{\"email\":7}"
            })
    void whatIsNoAddressIsABadRequest(String body) {
        assertThat(post("/api/users/password-reset", body).status()).isEqualTo(400);
    }

    @Test
    void anAddressOfThreeHundredLettersIsABadRequest() {
        assertThat(post("/api/users/password-reset", Map.of("email", "a".repeat(300) + "@b.c"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theTokensAreNotInTheDatabase() {
        String token = askFor(signUpFan(), 1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM account_mail WHERE id = ?")
                        .param(token)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(token).hasSize(22 + 43);
    }

    private String askFor(String email, int count) {
        assertThat(post("/api/users/password-reset", Map.of("email", email)).status())
                .isEqualTo(202);
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> links.tokens(email, "RESET_PASSWORD"), tokens -> tokens.size() == count)
                .getLast();
    }

    private void awaitWorkedOff() {
        await().until(() -> jdbc.sql("SELECT COUNT(*) FROM reset_request")
                        .query(Integer.class)
                        .single()
                == 0);
    }

    private Answer set(String token, String password) {
        return post("/api/users/password", Map.of("token", token, "password", password));
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("urn:problem:token-invalid");
    }
}
