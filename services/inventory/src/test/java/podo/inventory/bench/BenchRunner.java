package podo.inventory.bench;

import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import podo.inventory.Api;
import podo.inventory.InventoryApplication;
import podo.inventory.seat.hall.StubShowPlans;
import podo.inventory.seat.hall.TestHalls;
import podo.stack.junit.TestServers;
import podo.stack.server.RedisAcl;

/** Real servers and instances of the service for a benchmark. */
final class BenchRunner implements AutoCloseable {

    private static final String PASSWORD = "bench-only";

    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();

    BenchRunner(int count) {
        TestServers.database().open("inventory", PASSWORD);
        TestServers.redis();
        TestServers.kafka();
        settings().forEach((name, value) -> System.setProperty(name, value.toString()));
        for (int i = 0; i < count; i++) {
            instances.add(start());
        }
    }

    <T> T bean(int instance, Class<T> type) {
        return instances.get(instance).getBean(type);
    }

    int instances() {
        return instances.size();
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(InventoryApplication.class, TestHalls.class, StubShowPlans.class, Api.class)
                .run();
    }

    private static Map<String, Object> settings() {
        String repo = Path.of(System.getenv().getOrDefault("PODO_PROJECT", ".")).toAbsolutePath() + "/config-repo/";
        Map<String, Object> settings = new HashMap<>();
        settings.put("PODO_CONFIG_IMPORT", "file:" + repo + "application.yml;file:" + repo + "inventory.yml");
        settings.put("PODO_DB_HOST", "127.0.0.1");
        settings.put("PODO_DB_PORT", TestServers.database().port());
        settings.put("PODO_DB_PASSWORD", PASSWORD);
        settings.put("PODO_REDIS_HOST", "127.0.0.1");
        settings.put("PODO_REDIS_PORT", TestServers.redis().port());
        // the benches read Redis's counters
        settings.put("spring.data.redis.username", RedisAcl.OPERATOR);
        settings.put("PODO_REDIS_PASSWORD", TestServers.redis().password(RedisAcl.OPERATOR));
        settings.put("PODO_KAFKA", TestServers.kafka().bootstrap());
        settings.put("PODO_KAFKA_PASSWORD", TestServers.kafka().accounts().password("inventory"));
        settings.put("PODO_SERVICE_SECRET", random());
        settings.put("PODO_PASS_SECRET", random());
        settings.put("PODO_JWT_PRIVATE_KEY", privateKey());
        settings.put("server.port", 0);
        settings.put("eureka.client.enabled", false);
        settings.put("spring.cloud.discovery.enabled", false);
        settings.put("spring.cloud.config.enabled", false);
        settings.put("logging.level.root", "error");
        settings.put("spring.data.redis.timeout", "5s");
        // what the benchmark asks for is more than one fan may
        settings.put("podo.hold.per-minute", 60_000);
        settings.put("podo.hold.burst", 100_000);
        // or the sweeper would tidy up one part's holds while the next is measured
        settings.put("podo.hold.time", "30m");
        return settings;
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String privateKey() {
        try {
            var keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(keys.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        instances.forEach(ConfigurableApplicationContext::close);
    }
}
