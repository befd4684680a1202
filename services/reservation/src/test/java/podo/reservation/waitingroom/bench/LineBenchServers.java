package podo.reservation.waitingroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.reservation.ReservationApplication;
import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.reservation.waitingroom.line.LineStateRecovery;
import podo.reservation.waitingroom.room.Rooms;
import podo.stack.junit.TestServers;
import podo.stack.server.RedisAcl;

/** Real servers, one reservation service and, when its jar has been built, the gateway before it. */
final class LineBenchServers implements AutoCloseable {

    /** A hall that never sells out. Not found by scanning, so that no test gets it. */
    static class EndlessHall {

        @Bean
        @Primary
        AvailabilityClient endlessHall() {
            return event -> new AvailabilityClient.Availability(10_000_000, 10_000_000, 0, List.of());
        }
    }

    private static final String PASSWORD = "bench-only";
    private static final Path PROJECT = Path.of(System.getenv().getOrDefault("PODO_PROJECT", "."))
            .toAbsolutePath()
            .normalize();

    private final Map<String, String> environment = new HashMap<>();
    private final ConfigurableApplicationContext service;
    private @Nullable Process gateway;

    LineBenchServers() {
        TestServers.database().open("reservation", PASSWORD);
        Path repo = PROJECT.resolve("config-repo");
        environment.put("PODO_DB_HOST", "127.0.0.1");
        environment.put("PODO_DB_PORT", "" + TestServers.database().port());
        environment.put("PODO_DB_PASSWORD", PASSWORD);
        environment.put("PODO_REDIS_HOST", "127.0.0.1");
        environment.put("PODO_REDIS_PORT", "" + TestServers.redis().port());
        // the benches read Redis's counters and fill lines
        environment.put("spring.data.redis.username", RedisAcl.OPERATOR);
        environment.put("PODO_REDIS_PASSWORD", TestServers.redis().password(RedisAcl.OPERATOR));
        environment.put("PODO_KAFKA", TestServers.kafka().bootstrap());
        environment.put("PODO_KAFKA_PASSWORD", TestServers.kafka().accounts().password("reservation"));
        environment.put("PODO_SERVICE_SECRET", random());
        environment.put("PODO_PASS_SECRET", random());
        environment.put("PODO_RECEIPT_SECRET", random());
        environment.put("PODO_TICKET_KEY", random());
        environment.put("PODO_JWT_PRIVATE_KEY", privateKey());
        environment.put(
                "PODO_CONFIG_IMPORT",
                "file:" + repo.resolve("application.yml") + ";file:" + repo.resolve("reservation.yml"));
        environment.forEach(System::setProperty);
        System.setProperty("eureka.client.enabled", "false");
        System.setProperty("spring.cloud.discovery.enabled", "false");
        System.setProperty("spring.cloud.config.enabled", "false");
        System.setProperty("logging.level.root", "error");
        System.setProperty("server.port", "0");
        service = new SpringApplicationBuilder(ReservationApplication.class, EndlessHall.class).run();
    }

    <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    int port() {
        return Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** A room on sale since a minute, with nobody in it. */
    long openRoom(int rate, int cap) {
        long event = Instant.now().toEpochMilli() * 100 + new SecureRandom().nextInt(100);
        Instant now = Instant.now();
        bean(Rooms.class).open(event, LineShows.onSaleAt(now.minusSeconds(60), rate, cap));
        bean(LineStateRecovery.class)
                .createOrRebuild(bean(Rooms.class).find(event).orElseThrow());
        return event;
    }

    /** Rooms that were measured must not go on being ticked beside those that come after. */
    void endRooms(long... events) {
        StringRedisTemplate redis = bean(StringRedisTemplate.class);
        for (long event : events) {
            bean(JdbcClient.class)
                    .sql("DELETE FROM room WHERE event_id = ?")
                    .param(event)
                    .update();
            redis.unlink(redis.keys("{room:" + event + "}*"));
        }
    }

    /** Processor time (s) that each process has used so far; the callers live in the service's. */
    Map<String, Double> cpu() {
        Properties redis = bean(StringRedisTemplate.class).execute((RedisCallback<Properties>)
                connection -> connection.serverCommands().info("cpu"));
        return Map.of(
                "callers and service",
                used(ProcessHandle.current()),
                "gateway",
                gateway == null ? 0 : used(gateway.toHandle()),
                "Redis",
                Double.parseDouble(redis.getProperty("used_cpu_user"))
                        + Double.parseDouble(redis.getProperty("used_cpu_sys")));
    }

    private static double used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** Starts the gateway in a process of its own and waits until this call gets through; throws with its last words otherwise. */
    int gateway(Probe probe) throws IOException, InterruptedException {
        Path jar = PROJECT.resolve("gateway-mvc/target/gateway-mvc-1.0.jar");
        if (!jar.toFile().exists()) {
            throw new IllegalStateException("Build the gateway first: " + jar + " is missing");
        }
        int port = podo.stack.process.Ports.free();
        Path repo = PROJECT.resolve("config-repo");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx512m",
                "-jar",
                jar.toString(),
                "--spring.profiles.active=demo",
                "--eureka.client.enabled=false",
                "--spring.cloud.config.enabled=false",
                "--server.port=" + port,
                "--spring.cloud.discovery.client.simple.instances.reservation[0].uri=http://127.0.0.1:" + port());
        builder.environment().putAll(environment);
        builder.environment().remove("PODO_SERVICE_SECRET"); // the gateway has none: it would open an internal door
        builder.environment()
                .put(
                        "PODO_CONFIG_IMPORT",
                        "file:" + repo.resolve("application.yml") + ";file:" + repo.resolve("gateway-mvc.yml"));
        builder.environment().put("PODO_GATEWAY_PORT", "" + port);
        Path log = Files.createTempFile("podo-bench-gateway", ".log");
        gateway = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Instant until = Instant.now().plusSeconds(120);
        String last = "never tried";
        while (Instant.now().isBefore(until) && gateway.isAlive()) {
            try {
                probe.call(port);
                return port;
            } catch (IOException | IllegalStateException e) {
                last = e.getMessage();
                gateway.waitFor(500, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        }
        List<String> words = Files.readAllLines(log);
        throw new IllegalStateException("No call comes through the gateway (" + last + "):\n"
                + String.join("\n", words.subList(Math.max(0, words.size() - 30), words.size())));
    }

    /** One real call, which shows that the way is open. */
    interface Probe {
        void call(int port) throws IOException;
    }

    @Override
    public void close() {
        if (gateway != null) {
            gateway.destroy();
        }
        service.close();
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String privateKey() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(keys.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
