package podo.door.token;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

/** Neighbours are found by name, told who is calling, and their key set outlives them. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        properties = {
            "spring.application.name=shop",
            "spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "eureka.client.enabled=false"
        })
class NeighboursTest {

    private static final WireMockServer USER = new WireMockServer(0);
    private static final FanTokens KEYS = new FanTokens(newKey());

    @Autowired
    UserClient user;

    @Autowired
    JwtDecoder tokens;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        USER.start();
        USER.stubFor(get("/internal/ping").willReturn(okJson("{}")));
        USER.stubFor(get("/api/ping").willReturn(okJson("{}")));
        USER.stubFor(get("/.well-known/jwks.json").willReturn(okJson(KEYS.keySet())));
        properties.add("spring.cloud.discovery.client.simple.instances.user[0].uri", USER::baseUrl);
        properties.add("podo.service-secret", () -> Base64.getEncoder().encodeToString(new byte[32]));
    }

    @AfterAll
    static void stop() {
        USER.stop();
    }

    @Test
    void aServiceProvesItselfInsideAndNowhereElse() {
        user.inside();
        user.outside();
        USER.verify(getRequestedFor(urlEqualTo("/internal/ping")).withHeader("Authorization", matching("Bearer .+")));
        USER.verify(getRequestedFor(urlEqualTo("/api/ping")).withHeader("Authorization", absent()));
    }

    @Test
    void aTokenIsReadWithThePublishedKeysEvenWhenTheirPublisherIsAway() {
        String token = KEYS.mint(new Fan(7, "a@b.c", "A", true), Instant.now(), Duration.ofMinutes(5));
        assertThat(tokens.decode(token).getSubject()).isEqualTo("7");
        USER.stubFor(get("/.well-known/jwks.json").willReturn(aResponse().withStatus(503)));
        assertThat(tokens.decode(token).getClaimAsStringList("roles")).contains("ORGANISER");
    }

    private static String newKey() {
        try {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(rsa.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    interface UserClient {

        @GetExchange("/internal/ping")
        Map<String, Object> inside();

        @GetExchange("/api/ping")
        Map<String, Object> outside();
    }

    @SpringBootApplication
    @ImportHttpServices(group = "user", types = UserClient.class)
    static class Shop {}
}
