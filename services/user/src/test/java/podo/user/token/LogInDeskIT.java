package podo.user.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.user.UserIT;

@ExtendWith(OutputCaptureExtension.class)
class LogInDeskIT extends UserIT {

    /** As set in {@link UserIT}. */
    private static final int EVERYWHERE = 20;

    @Autowired
    JdbcClient jdbc;

    private static String randomAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "203.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(1, 255));
    }

    @Test
    void theAccessTokenIsSignedWithThePublishedKey() throws Exception {
        String email = signUpFan();
        Answer tokens = logIn(email, PASSWORD);
        assertThat(tokens.body().path("expiresIn").asLong())
                .isGreaterThanOrEqualTo(Duration.ofMinutes(15).toSeconds());
        assertThat(tokens.raw().headers().firstValue("Cache-Control")).contains("no-store");

        SignedJWT token = SignedJWT.parse(tokens.text("accessToken"));
        JWKSet keys = JWKSet.parse(get("/.well-known/jwks.json").raw().body());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(key.isPrivate()).isFalse();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("podo-user");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("podo");
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("FAN");
        assertThat(token.getJWTClaimsSet().toString()).doesNotContain("email", "name", email, "Minji");
    }

    @Test
    void anUnknownEmailAndAWrongPasswordGetTheSameAnswer() {
        Answer wrong = logIn(signUpFan(), "wrong password");
        Answer unknown = logIn(freshEmail(), "wrong password");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.problem()).isEqualTo("urn:problem:bad-credentials");
        assertThat(unknown.raw().body()).isEqualTo(wrong.raw().body());
    }

    @Test
    void afterThreeWrongPasswordsEvenTheRightOneWaits() {
        String email = signUpFan();
        for (int i = 0; i < 3; i++) {
            logIn(email, "wrong password");
        }
        Answer refused = logIn(email, PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("urn:problem:too-many-requests");
        assertThat(refused.raw().headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, Duration.ofMinutes(15).toSeconds());
    }

    @Test
    void anEmailWithoutAccountIsLimitedInTheSameWay() {
        String email = freshEmail();
        for (int i = 0; i < 2; i++) {
            assertThat(logIn(email, "wrong password").status()).isEqualTo(401);
        }
        logIn(email, "wrong password");
        assertThat(logIn(email, "wrong password").status()).isEqualTo(429);
    }

    @Test
    void onlyFailedLogInsCount() {
        String email = signUpFan();
        for (int i = 0; i < 5; i++) {
            logIn(email, "wrong password");
            assertThat(logIn(email, PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void oneAddressCannotTryManyAccounts() {
        String address = randomAddress();
        for (int i = 0; i < 6; i++) {
            logIn(freshEmail(), "wrong password", "X-Forwarded-For", "1.2.3.4, " + address);
        }
        String email = signUpFan();
        assertThat(logIn(email, PASSWORD, "X-Forwarded-For", address).status()).isEqualTo(429);
        assertThat(logIn(email, PASSWORD, "X-Forwarded-For", randomAddress()).status())
                .isEqualTo(200);
    }

    /** A rival with a thousand addresses keeps nobody out who logged in here before. */
    @Test
    void aThousandWrongPasswordsFromElsewhereDoNotKeepAKnownDeviceOut() {
        String email = signUpFan();
        String device = logIn(email, PASSWORD).text("device");
        int tried = 0;
        for (int i = 0; i < 1_000; i++) {
            tried += logIn(email, "wrong password " + i, "X-Forwarded-For", randomAddress())
                                    .status()
                            == 401
                    ? 1
                    : 0;
        }
        assertThat(tried).isEqualTo(EVERYWHERE - 1); // the answer to the last one says how long to wait
        for (int i = 0; i < 4; i++) { // the wait of those guesses may be over by now; the one after these is long
            guessAfter(40, email);
        }
        assertThat(logIn(email, PASSWORD, "X-Forwarded-For", randomAddress()).status())
                .isEqualTo(429);
        assertThat(logInFrom(device, email, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void theWaitForAnUnknownDeviceGrowsWithEachFailureAndIsBounded() {
        String email = signUpFan();
        for (int i = 0; i < EVERYWHERE; i++) {
            logIn(email, "wrong password", "X-Forwarded-For", randomAddress());
        }
        for (long wait : new long[] {1, 2, 4}) { // too short to be seen on a busy machine
            guessAfter(wait, email);
        }
        for (long wait : new long[] {8, 16, 32, 40, 40}) {
            Answer refused = logIn(email, PASSWORD, "X-Forwarded-For", randomAddress());
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.raw().headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(wait - 6, wait);
            guessAfter(wait, email);
        }
        clock.advance(Duration.ofSeconds(40));
        assertThat(logIn(email, PASSWORD, "X-Forwarded-For", randomAddress()).status())
                .isEqualTo(200);
    }

    private void guessAfter(long seconds, String email) {
        clock.advance(Duration.ofSeconds(seconds));
        logIn(email, "wrong password", "X-Forwarded-For", randomAddress());
    }

    @Test
    void aKnownDeviceGuessesNoFasterThanAnAddress() {
        String email = signUpFan();
        String device = logIn(email, PASSWORD).text("device");
        assertThat(logInFrom(device, email, "wrong password").status()).isEqualTo(401);
        assertThat(logInFrom(device, email, "wrong password").status()).isEqualTo(401);
        logInFrom(device, email, "wrong password");
        assertThat(logInFrom(device, email, PASSWORD).status()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(15));
        assertThat(logInFrom(device, email, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aDeviceIsKnownToItsOwnAccountAndUntilThePasswordChanges() {
        String email = signUpFan();
        String device = logIn(email, PASSWORD).text("device");
        String rival = signUpFan();
        String rivalsDevice = logIn(rival, PASSWORD).text("device");
        for (int i = 0; i < 3; i++) {
            logIn(email, "wrong password");
        }
        assertThat(logInFrom(rivalsDevice, email, PASSWORD).status()).isEqualTo(429);
        assertThat(logInFrom(device, email, PASSWORD).status()).isEqualTo(200);
        jdbc.sql("UPDATE account SET password_version = password_version + 1 WHERE email_key = ?")
                .param(email)
                .update();
        assertThat(logInFrom(device, email, PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void theOwnerIsToldOfFailedLogInsAtTheNextOne() {
        String email = signUpFan();
        assertThat(logIn(email, PASSWORD).body().has("failedLogIns")).isFalse();
        logIn(email, "wrong password", "X-Forwarded-For", randomAddress());
        Instant first = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        logIn(email, "wrong password", "X-Forwarded-For", randomAddress());
        Answer told = logIn(email, PASSWORD);
        assertThat(told.body().path("failedLogIns").asInt()).isEqualTo(2);
        assertThat(Instant.parse(told.text("failedSince"))).isBetween(first.minusSeconds(10), first.plusSeconds(1));
        assertThat(logIn(email, PASSWORD).body().has("failedLogIns")).isFalse();
    }

    @Test
    void aRefusedLogInLeavesALineWithoutTheAddress(CapturedOutput output) {
        String email = signUpFan();
        String address = randomAddress();
        logIn(email, "wrong password", "X-Forwarded-For", address);
        assertThat(output.getOut())
                .contains("Log-in refused: bad-credentials", "from " + address)
                .doesNotContain(email, "wrong password");
    }

    private Answer logInFrom(String device, String email, String password) {
        return post("/api/tokens", Map.of("email", email, "password", password, "devices", List.of("forged", device)));
    }

    @Test
    void exemptAddressesHaveNoLimit() {
        for (int i = 0; i < 10; i++) {
            assertThat(logIn(freshEmail(), "wrong password").status()).isEqualTo(401);
        }
    }

    @Test
    void anotherMethodAndAnUnknownPathAreRefused() {
        assertThat(get("/api/tokens").status()).isEqualTo(405);
        assertThat(get("/api/users/" + UUID.randomUUID()).status()).isEqualTo(401);
    }

    @Test
    void theApiIsDescribed() {
        assertThat(get("/v3/api-docs").body().path("paths").propertyNames()).contains("/api/tokens", "/api/users/me");
    }
}
