package podo.user.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import podo.user.UserIT;

class LogInDeskIT extends UserIT {

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
        assertThat(token.getJWTClaimsSet().getStringClaim("email")).isEqualTo(email);
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
