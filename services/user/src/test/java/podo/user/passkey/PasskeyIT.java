package podo.user.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.user.MailedLinks;
import podo.user.UserIT;

class PasskeyIT extends UserIT {

    @Autowired
    MailedLinks mails;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StringRedisTemplate redis;

    private final SoftAuthenticator authenticator = new SoftAuthenticator();

    @Test
    void aPasskeyLogsInWithoutAddressAndPassword() {
        String email = signUpFan();
        Answer me = logIn(email, PASSWORD);
        Answer added = add(me, authenticator, "My phone");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("name")).isEqualTo("My phone");
        assertThat(mails.tokens(email, "PASSKEY_ADDED")).hasSize(1);

        Answer entered = logInBy(authenticator);
        assertThat(entered.status()).isEqualTo(200);
        assertThat(get("/api/users/me", as(entered)).text("email")).isEqualTo(email);
        assertThat(claims(entered)).contains("\"amr\":[\"pop\",\"user\",\"mfa\"]");
        assertThat(claims(me)).contains("\"amr\":[\"pwd\"]");
        assertThat(get("/api/users/me/passkeys", as(me))
                        .body()
                        .get(0)
                        .path("lastUsedAt")
                        .isMissingNode())
                .isFalse();
        assertThat(get("/api/users/me/passkeys", as(me))
                        .body()
                        .get(0)
                        .path("lastUsedAt")
                        .isNull())
                .isFalse();
    }

    @Test
    void aRefreshedTokenStillSaysHowItsLogInBegan() {
        Answer me = logIn(signUpFan(), PASSWORD);
        add(me, authenticator, "key");
        Answer entered = logInBy(authenticator);
        assertThat(claims(refresh(entered.text("refreshToken")))).contains("\"pop\"");
        assertThat(claims(refresh(me.text("refreshToken")))).doesNotContain("\"pop\"");
    }

    @Test
    void addingAPasskeyTakesThePasswordUnlessThereIsAPasskey() {
        Answer me = logIn(signUpFan(), PASSWORD);
        assertThat(post("/api/users/me/passkeys/options", Map.of(), as(me)).status())
                .isEqualTo(400);
        assertThat(post("/api/users/me/passkeys/options", Map.of("password", "wrong horse battery"), as(me))
                        .body()
                        .path("fields")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("password");
        add(me, authenticator, "first");
        Answer entered = logInBy(authenticator);
        assertThat(post("/api/users/me/passkeys/options", Map.of(), as(entered)).status())
                .isEqualTo(200);
    }

    @Test
    void anAnswerIsTakenOnce() {
        add(logIn(signUpFan(), PASSWORD), authenticator, "key");
        Answer asked = post("/api/tokens/passkey/options", "");
        Map<String, Object> body = body(asked, authenticator.get(asked.body().path("publicKey")));
        assertThat(post("/api/tokens/passkey", body).status()).isEqualTo(200);
        Answer replayed = post("/api/tokens/passkey", body);
        assertThat(replayed.status()).isEqualTo(401);
        assertThat(replayed.problem()).isEqualTo("urn:problem:passkey-refused");
    }

    @Test
    void anAnswerToAnotherChallengeIsRefusedAndBothAreUsedUp() {
        add(logIn(signUpFan(), PASSWORD), authenticator, "key");
        Answer one = post("/api/tokens/passkey/options", "");
        Answer other = post("/api/tokens/passkey/options", "");
        assertThat(post(
                                "/api/tokens/passkey",
                                body(other, authenticator.get(one.body().path("publicKey"))))
                        .status())
                .isEqualTo(401);
        assertThat(post(
                                "/api/tokens/passkey",
                                body(other, authenticator.get(other.body().path("publicKey"))))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aChallengeIsOverAfterItsTime() {
        Answer asked = post("/api/tokens/passkey/options", "");
        Long life = redis.getExpire("podo:user:passkey:" + asked.text("ceremony"));
        assertThat(life).isBetween(1L, 300L);
    }

    @Test
    void aChallengeForAnotherPurposeOrAccountProvesNothing() {
        Answer me = logIn(signUpFan(), PASSWORD);
        Answer other = logIn(signUpFan(), PASSWORD);
        Answer mine = post("/api/users/me/passkeys/options", Map.of("password", PASSWORD), as(me));
        Answer refused = post(
                "/api/users/me/passkeys",
                named(mine, authenticator.create(mine.body().path("publicKey")), "stolen"),
                as(other));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(get("/api/users/me/passkeys", as(other)).body().size()).isZero();
        Answer logIn = post("/api/tokens/passkey/options", "");
        assertThat(post(
                                "/api/users/me/passkeys",
                                named(logIn, authenticator.create(mine.body().path("publicKey")), "x"),
                                as(me))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aCopyOfAnAuthenticatorIsNoticedByItsCount() {
        add(logIn(signUpFan(), PASSWORD), authenticator, "key");
        assertThat(logInBy(authenticator).status()).isEqualTo(200);
        assertThat(logInBy(authenticator).status()).isEqualTo(200);
        authenticator.count = 0;
        assertThat(logInBy(authenticator).problem()).isEqualTo("urn:problem:passkey-refused");
        authenticator.count = 5;
        assertThat(logInBy(authenticator).status()).isEqualTo(200);
    }

    @Test
    void ofTwoUsesWithOneCountOneIsRefused() throws ExecutionException, InterruptedException {
        add(logIn(signUpFan(), PASSWORD), authenticator, "key");
        Answer one = post("/api/tokens/passkey/options", "");
        Answer two = post("/api/tokens/passkey/options", "");
        Map<String, Object> first = body(one, authenticator.get(one.body().path("publicKey")));
        authenticator.count--;
        Map<String, Object> second = body(two, authenticator.get(two.body().path("publicKey")));
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = threads.invokeAll(List.<Callable<Integer>>of(
                    () -> post("/api/tokens/passkey", first).status(),
                    () -> post("/api/tokens/passkey", second).status()));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 401);
        }
    }

    @Test
    void anAuthenticatorThatDoesNotCountIsTrusted() {
        authenticator.count = -1;
        Answer me = logIn(signUpFan(), PASSWORD);
        Answer asked = post("/api/users/me/passkeys/options", Map.of("password", PASSWORD), as(me));
        authenticator.count = 0;
        post(
                "/api/users/me/passkeys",
                named(asked, authenticator.create(asked.body().path("publicKey")), "x"),
                as(me));
        for (int i = 0; i < 3; i++) {
            authenticator.count = -1;
            assertThat(logInBy(authenticator).status()).isEqualTo(200);
        }
    }

    @Test
    void anotherSitesAnswerAndOneWithoutItsOwnersPinAreRefused() {
        Answer me = logIn(signUpFan(), PASSWORD);
        authenticator.verifies = false;
        assertThat(add(me, authenticator, "without PIN").status()).isEqualTo(400);
        authenticator.verifies = true;
        authenticator.origin = "https://podo.example.evil";
        assertThat(add(me, authenticator, "elsewhere").status()).isEqualTo(400);
        authenticator.origin = "http://localhost:8080";
        assertThat(add(me, authenticator, "right").status()).isEqualTo(201);

        authenticator.origin = "http://localhost:8081";
        assertThat(logInBy(authenticator).status()).isEqualTo(401);
        authenticator.origin = "http://localhost:8080";
        authenticator.domain = "example.com";
        assertThat(logInBy(authenticator).status()).isEqualTo(401);
        authenticator.domain = "localhost";
        authenticator.verifies = false;
        assertThat(logInBy(authenticator).status()).isEqualTo(401);
        authenticator.verifies = true;
        assertThat(logInBy(authenticator).status()).isEqualTo(200);
    }

    @Test
    void aKeyOpensItsOwnAccountOnly() {
        Answer me = logIn(signUpFan(), PASSWORD);
        SoftAuthenticator victims = new SoftAuthenticator();
        add(logIn(signUpFan(), PASSWORD), victims, "victim's");
        add(me, authenticator, "mine");
        authenticator.actFor(victims.handle());
        assertThat(logInBy(authenticator).status()).isEqualTo(401);
        // a credential id that another account has is not taken, whatever key comes with it
        SoftAuthenticator copy = new SoftAuthenticator();
        System.arraycopy(victims.id, 0, copy.id, 0, copy.id.length);
        assertThat(add(me, copy, "copied id").status()).isEqualTo(400);
        assertThat(logInBy(victims).status()).isEqualTo(200);
    }

    @Test
    void anUnknownKeyAWrongSignatureAndNonsenseGetTheSameAnswer() {
        Answer unknown = logInBy(new SoftAuthenticator());
        add(logIn(signUpFan(), PASSWORD), authenticator, "key");
        Answer asked = post("/api/tokens/passkey/options", "");
        Map<String, Object> forged =
                new HashMap<>(authenticator.get(asked.body().path("publicKey")));
        forged.put(
                "response",
                Map.of("clientDataJSON", "e30", "authenticatorData", "AA", "signature", "AA", "userHandle", "AA"));
        Answer wrong = post("/api/tokens/passkey", body(asked, forged));
        assertThat(wrong.raw().body()).isEqualTo(unknown.raw().body());
        for (Object nonsense : List.of(Map.of(), "text", 7, Map.of("id", 1), Map.of("response", List.of()))) {
            Answer again = post("/api/tokens/passkey/options", "");
            Answer refused =
                    post("/api/tokens/passkey", Map.of("ceremony", again.text("ceremony"), "credential", nonsense));
            assertThat(refused.raw().body()).isEqualTo(unknown.raw().body());
        }
        assertThat(post("/api/tokens/passkey", Map.of("ceremony", "x y", "credential", Map.of()))
                        .status())
                .isEqualTo(401);
        assertThat(post("/api/tokens/passkey", Map.of("ceremony", "none")).status())
                .isEqualTo(400);
    }

    @Test
    void theOptionsForALogInNameNobody() {
        add(logIn(signUpFan(), PASSWORD), authenticator, "key");
        var options = post("/api/tokens/passkey/options", "").body().path("publicKey");
        assertThat(options.path("allowCredentials").size()).isZero();
        assertThat(options.path("userVerification").asString()).isEqualTo("required");
        assertThat(options.path("rpId").asString()).isEqualTo("localhost");
    }

    @Test
    void refusalsOfOneAddressAreLimited() {
        String from = "203.0.113." + (int) (Math.random() * 250);
        for (int i = 0; i < 6; i++) {
            assertThat(logInBy(new SoftAuthenticator(), "X-Forwarded-For", from).status())
                    .isEqualTo(401);
        }
        Answer limited = logInBy(new SoftAuthenticator(), "X-Forwarded-For", from);
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.raw().headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aRemovedKeyLogsInNoMoreAndThePasswordStillDoes() {
        String email = signUpFan();
        Answer me = logIn(email, PASSWORD);
        String id = add(me, authenticator, "key").text("id");
        Answer stranger = logIn(signUpFan(), PASSWORD);
        assertThat(delete("/api/users/me/passkeys/" + id, as(stranger)).status())
                .isEqualTo(404);
        assertThat(delete("/api/users/me/passkeys/" + id, as(me)).status()).isEqualTo(204);
        assertThat(delete("/api/users/me/passkeys/" + id, as(me)).status()).isEqualTo(404);
        assertThat(mails.tokens(email, "PASSKEY_REMOVED")).hasSize(1);
        assertThat(logInBy(authenticator).status()).isEqualTo(401);
        assertThat(logIn(email, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aNewPasswordByMailLeavesThePasskeys() {
        String email = signUpFan();
        add(logIn(email, PASSWORD), authenticator, "key");
        post("/api/users/password-reset", Map.of("email", email));
        org.awaitility.Awaitility.await()
                .until(() -> !mails.tokens(email, "RESET_PASSWORD").isEmpty());
        String token = mails.tokens(email, "RESET_PASSWORD").getFirst();
        assertThat(post("/api/users/password", Map.of("token", token, "password", "another horse battery"))
                        .status())
                .isEqualTo(204);
        assertThat(mails.tokens(email, "PASSWORD_CHANGED")).hasSize(1);
        assertThat(logInBy(authenticator).status()).isEqualTo(200);
    }

    @Test
    void aDeletedAccountHasNoKeys() {
        Answer me = logIn(signUpFan(), PASSWORD);
        add(me, authenticator, "key");
        assertThat(delete("/api/users/me", as(me)).status()).isEqualTo(204);
        assertThat(logInBy(authenticator).status()).isEqualTo(401);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM passkey WHERE credential_id = ?")
                        .param(authenticator.id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anAccountHasTenKeysAtMost() {
        Answer me = logIn(signUpFan(), PASSWORD);
        for (int i = 0; i < 10; i++) {
            assertThat(add(me, new SoftAuthenticator(), "key " + i).status()).isEqualTo(201);
        }
        assertThat(post("/api/users/me/passkeys/options", Map.of("password", PASSWORD), as(me))
                        .problem())
                .isEqualTo("urn:problem:too-many-passkeys");
    }

    @Test
    void namesOfKeysAreTextsOfPeople() {
        Answer me = logIn(signUpFan(), PASSWORD);
        assertThat(add(me, authenticator, " ").status()).isEqualTo(400);
        assertThat(add(me, authenticator, "가".repeat(61)).status()).isEqualTo(400);
        assertThat(add(me, authenticator, "가".repeat(60)).status()).isEqualTo(201);
    }

    private Answer add(Answer me, SoftAuthenticator key, String name) {
        Answer asked = post("/api/users/me/passkeys/options", Map.of("password", PASSWORD), as(me));
        assertThat(asked.status()).isEqualTo(200);
        return post(
                "/api/users/me/passkeys", named(asked, key.create(asked.body().path("publicKey")), name), as(me));
    }

    private Answer logInBy(SoftAuthenticator key, String... headers) {
        Answer asked = post("/api/tokens/passkey/options", "", headers);
        return post("/api/tokens/passkey", body(asked, key.get(asked.body().path("publicKey"))), headers);
    }

    private static Map<String, Object> body(Answer asked, Map<String, Object> credential) {
        return Map.of("ceremony", asked.text("ceremony"), "credential", credential);
    }

    private static Map<String, Object> named(Answer asked, Map<String, Object> credential, String name) {
        return Map.of("ceremony", asked.text("ceremony"), "credential", credential, "name", name);
    }

    private static String claims(Answer tokens) {
        String payload = tokens.text("accessToken").split("\\.")[1];
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    }
}
