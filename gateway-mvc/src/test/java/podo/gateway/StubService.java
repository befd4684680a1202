package podo.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP service that echoes requests as JSON; by the path's end it streams forever, never responds, or breaks its response off. */
class StubService {

    private final String name;
    private final HttpServer server;
    private final JsonMapper json = new JsonMapper();
    private final CountDownLatch never = new CountDownLatch(1);
    final AtomicInteger openStreams = new AtomicInteger();
    final AtomicInteger calls = new AtomicInteger();
    final Queue<String> refusalReports = new ConcurrentLinkedQueue<>();
    final AtomicInteger keyQuestions = new AtomicInteger();
    /** Access tokens by API key. */
    final Map<String, String> apiKeys = new ConcurrentHashMap<>();

    /** Looks at a place are answered when it is open. */
    volatile CountDownLatch looks = new CountDownLatch(0);

    final AtomicInteger looksBegun = new AtomicInteger();

    volatile boolean answersKeys = true;
    volatile String keys = "{}";

    StubService(String name) {
        this.name = name;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::response);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private void response(HttpExchange call) throws IOException {
        calls.incrementAndGet();
        String path = call.getRequestURI().getRawPath();
        if (path.equals("/gate/refusals")) {
            refusalReports.add(call.getRequestHeaders().getFirst("X-Entry-Pass") + " "
                    + new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            respond(call, "{}");
            return;
        }
        if (path.equals("/gate/keys")) {
            exchangeKey(call);
            return;
        }
        if (path.endsWith("/queue/me")) {
            looksBegun.incrementAndGet();
            awaitOpen(looks);
        }
        if (path.endsWith("/stream")) {
            stream(call);
        } else if (path.endsWith("/silence")) {
            neverRespond();
        } else if (path.endsWith("/break")) {
            call.sendResponseHeaders(200, 1000);
            call.getResponseBody().write(new byte[10]);
            call.close();
        } else if (path.endsWith("/hang-up")) {
            call.close();
        } else if (path.endsWith("/redirect")) {
            call.getResponseHeaders().add("Location", "/elsewhere");
            call.getResponseHeaders().add("Set-Cookie", "SESSION=1; HttpOnly");
            call.getResponseHeaders().add("Set-Cookie", "LANG=ko");
            call.sendResponseHeaders(303, -1);
            call.close();
        } else {
            respond(call, path.equals("/.well-known/jwks.json") ? keys : echo(call));
        }
    }

    private void exchangeKey(HttpExchange call) throws IOException {
        keyQuestions.incrementAndGet();
        String key =
                json.readTree(call.getRequestBody().readAllBytes()).path("key").asString();
        String token = apiKeys.get(key);
        if (token != null) {
            pause();
        }
        if (!answersKeys || token == null) {
            call.sendResponseHeaders(answersKeys ? 404 : 500, -1);
            call.close();
        } else {
            respond(call, json.writeValueAsString(Map.of("accessToken", token, "expiresIn", 60)));
        }
    }

    private String echo(HttpExchange call) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        call.getRequestHeaders().forEach((header, values) -> headers.put(header, String.join(" | ", values)));
        return json.writeValueAsString(Map.of(
                "service",
                name,
                "method",
                call.getRequestMethod(),
                "target",
                call.getRequestURI().toString(),
                "headers",
                headers,
                "body",
                new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    }

    private static void respond(HttpExchange call, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        boolean head = call.getRequestMethod().equals("HEAD");
        call.sendResponseHeaders(200, head ? -1 : body.length);
        if (!head) {
            call.getResponseBody().write(body);
        }
        call.close();
    }

    private void stream(HttpExchange call) throws IOException {
        call.getResponseHeaders().set("Content-Type", "text/event-stream");
        call.sendResponseHeaders(200, 0);
        openStreams.incrementAndGet();
        try (call;
                var body = call.getResponseBody()) {
            for (int beat = 0; true; beat++) {
                body.write(("data: " + beat + "\n\n").getBytes(StandardCharsets.UTF_8));
                body.flush();
                pause();
            }
        } finally {
            openStreams.decrementAndGet();
        }
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(100, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void neverRespond() {
        awaitOpen(never);
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
