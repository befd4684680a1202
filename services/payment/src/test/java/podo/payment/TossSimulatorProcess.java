package podo.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podo.stack.process.ManagedProcess;
import podo.stack.process.Ports;
import podo.stack.process.Program;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Toss simulator as a separate process, so that a test can kill it. */
public final class TossSimulatorProcess implements Program {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port = Ports.free();
    private final Path home;
    private final String webhookUrl;
    private final ManagedProcess process;

    private TossSimulatorProcess(String webhookUrl) {
        this.webhookUrl = webhookUrl;
        try {
            this.home = Files.createTempDirectory("podo-simulator-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.process = new ManagedProcess(this, home.resolve("simulator.log"), started -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(process::kill));
    }

    /** @param webhookUrl the address to which webhooks are posted; nothing needs to listen there */
    public static TossSimulatorProcess start(String webhookUrl) {
        TossSimulatorProcess simulator = new TossSimulatorProcess(webhookUrl);
        simulator.process.start();
        return simulator;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public ManagedProcess process() {
        return process;
    }

    /** Does what the buyer does in the window. @return the payment key */
    public String actAsBuyer(String orderId, long amount, String outcome, String code) {
        Map<String, Object> request =
                new LinkedHashMap<>(Map.of("orderId", orderId, "amount", amount, "outcome", outcome));
        request.put("code", code);
        return post("/simulator/payments", request).path("paymentKey").asString();
    }

    public String approve(String orderId, long amount) {
        return actAsBuyer(orderId, amount, "approve", null);
    }

    /** Confirms at the bank without this service, as another instance might have. */
    public void confirmDirectly(String paymentKey, String orderId, long amount) {
        asTheShop("/v1/payments/confirm", Map.of("paymentKey", paymentKey, "orderId", orderId, "amount", amount));
    }

    /** The buyer chooses a virtual account. @return the payment key */
    public String chooseVirtualAccount(String orderId, long amount) {
        return post(
                        "/simulator/payments",
                        Map.of("orderId", orderId, "amount", amount, "outcome", "approve", "method", "virtual_account"))
                .path("paymentKey")
                .asString();
    }

    /** Cancels at the bank without this service. */
    public void cancelDirectly(String paymentKey) {
        asTheShop("/v1/payments/" + paymentKey + "/cancel", Map.of("cancelReason", "at the desk"));
    }

    public void setFault(Map<String, ?> fault) {
        post("/simulator/faults", fault);
    }

    /** Whether each fault of this order was used up, so that its call has arrived. */
    public boolean hasNoFaultLeft(String orderId) {
        return !send(HttpRequest.newBuilder(at("/simulator/faults"))).contains(orderId);
    }

    public void removeFaults() {
        send(HttpRequest.newBuilder(at("/simulator/faults")).DELETE());
    }

    public void advanceClock(Duration by) {
        post("/simulator/clock", Map.of("advance", by.toString()));
    }

    public JsonNode money(String orderId) {
        return JsonMapper.shared().readTree(send(HttpRequest.newBuilder(at("/simulator/money?orderId=" + orderId))));
    }

    public long captured(String orderId) {
        return money(orderId)
                .valueStream()
                .mapToLong(m -> m.path("captured").asLong())
                .sum();
    }

    public long refunded(String orderId) {
        return money(orderId)
                .valueStream()
                .mapToLong(m -> m.path("refunded").asLong())
                .sum();
    }

    private JsonNode post(String path, Object body) {
        return JsonMapper.shared()
                .readTree(send(HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                JsonMapper.shared().writeValueAsString(body)))));
    }

    private void asTheShop(String path, Object body) {
        send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic dGVzdF9za19wb2RvOg==")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))));
    }

    private URI at(String path) {
        return URI.create(url() + path);
    }

    private static String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError(response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "toss-simulator";
    }

    @Override
    public Path folder() {
        return home;
    }

    @Override
    public List<String> command() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path jar = Path.of("..", "toss-simulator", "target", "toss-simulator-1.0.jar")
                .toAbsolutePath();
        return List.of(
                java.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx192m", "-jar", jar.toString());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "PODO_SIMULATOR_PORT",
                Integer.toString(port),
                "PODO_HOME",
                home.toString(),
                "PODO_TOSS_SECRET_KEY",
                "test_sk_podo",
                "PODO_PUBLIC_URL",
                "http://localhost:8080",
                "PODO_WEBHOOK_URL",
                webhookUrl);
    }

    @Override
    public boolean ready() {
        return Ports.answers(port);
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(4);
    }
}
