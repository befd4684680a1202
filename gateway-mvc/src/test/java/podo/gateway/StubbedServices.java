package podo.gateway;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import podo.stack.junit.SignedTokens;
import podo.starter.security.Fan;
import podo.starter.security.FanTokens;

/** Stubs in place of the services, found without a registry, and the keys of access tokens. */
class StubbedServices implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final Map<String, StubService> SERVICES = new LinkedHashMap<>();
    static final FanTokens TOKENS = new FanTokens(key());
    static final FanTokens FORGER = new FanTokens(key());
    static final Fan MINJI = Fan.of(7);

    static {
        for (String name : List.of("user", "event", "inventory", "reservation", "payment", "web-frontend")) {
            SERVICES.put(name, new StubService(name));
        }
        SERVICES.get("user").keys = TOKENS.keySet();
    }

    static String token() {
        return "Bearer " + SignedTokens.of(MINJI, () -> TOKENS.mint(MINJI, Instant.now(), Duration.ofMinutes(15)));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        List<String> settings = new ArrayList<>(List.of(
                "eureka.client.enabled=false",
                "spring.cloud.config.enabled=false",
                "podo.pass-secret=" + Base64.getEncoder().encodeToString(new byte[32]),
                "podo.gateway.forward.patience.payment=400ms",
                "podo.limits.per-address.log-in.burst=5",
                "podo.limits.per-address.log-in.per-minute=1",
                "podo.limits.per-address.join.calls[0]=POST /events/*/queue",
                "podo.limits.per-address.join.burst=5",
                "podo.limits.per-address.join.per-minute=1",
                "podo.limits.per-address.key-guess.burst=20",
                "podo.limits.per-address.key-guess.per-minute=1",
                "podo.gateway.keys-kept=1s",
                "podo.gateway.tell-refusals-every=1s",
                "management.server.port=0",
                "server.shutdown=immediate",
                // nothing listens on port 1: one of inventory's two instances is always dead
                "spring.cloud.discovery.client.simple.instances.inventory[1].uri=http://127.0.0.1:1"));
        String without = context.getEnvironment().getProperty("stub.without", "");
        SERVICES.forEach((name, service) -> settings.add("spring.cloud.discovery.client.simple.instances.%s[0].uri=%s"
                .formatted(
                        name,
                        name.equals(without)
                                ? "http://127.0.0.1:1"
                                : context.getEnvironment().getProperty("stub.address." + name, service.address()))));
        TestPropertyValues.of(settings).applyTo(context);
    }

    private static String key() {
        try {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(rsa.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
