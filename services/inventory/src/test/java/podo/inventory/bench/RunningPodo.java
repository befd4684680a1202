package podo.inventory.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;
import podo.starter.security.Fan;
import podo.starter.security.FanTokens;

/** The running stack, found in its home folder: addresses, and keys to sign tokens and passes. */
final class RunningPodo {

    private static final Path HOME = Path.of(System.getenv().getOrDefault("PODO_HOME", ".podo"));
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final String url;
    private final FanTokens tokens;
    private final EntryPasses passes;

    private RunningPodo(String url, FanTokens tokens, EntryPasses passes) {
        this.url = url;
        this.tokens = tokens;
        this.passes = passes;
    }

    /** Empty when no stack is up that {@code ./podo up} started from this folder. */
    static Optional<RunningPodo> find() {
        Optional<String> key = of("secrets.env", "PODO_JWT_PRIVATE_KEY");
        Optional<String> secret = of("secrets.env", "PODO_PASS_SECRET");
        if (key.isEmpty() || secret.isEmpty()) {
            return Optional.empty();
        }
        String url = "http://localhost:" + System.getenv().getOrDefault("PODO_GATEWAY_PORT", "8080");
        return answers(url)
                ? Optional.of(new RunningPodo(
                        url, new FanTokens(key.get()), new EntryPasses(secret.get(), Clock.systemUTC())))
                : Optional.empty();
    }

    /** The address of the gateway. */
    String url() {
        return url;
    }

    String token(long fanId, boolean organiser) {
        Fan fan = new Fan(fanId, fanId + "@bench.podo.dev", "Fan " + fanId, organiser);
        return tokens.mint(fan, Instant.now(), LIFE);
    }

    String pass(long fanId, long eventId) {
        return passes.mint(new EntryPass(
                UUID.randomUUID().toString(), eventId, fanId, Instant.now().plus(LIFE)));
    }

    private static Optional<String> of(String file, String name) {
        try (var in = Files.newBufferedReader(HOME.resolve(file))) {
            Properties properties = new Properties();
            properties.load(in);
            return Optional.ofNullable(properties.getProperty(name)).filter(value -> !value.isBlank());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean answers(String url) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url + "/api/events"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
