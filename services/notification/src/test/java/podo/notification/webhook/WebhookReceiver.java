package podo.notification.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A server that webhooks are sent to; the first word of the path says what it does: ok, hang, gone, redirect, endless, or a status. */
final class WebhookReceiver {

    record Received(String path, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.get(name.substring(0, 1).toUpperCase() + name.substring(1))
                    .getFirst();
        }
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    /** What a path answers in place of what its first word says. */
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

    private final HttpServer server;

    WebhookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void answerWith(String path, int status) {
        statuses.put(path, status);
    }

    List<Received> at(String path) {
        return received.stream().filter(one -> one.path().equals(path)).toList();
    }

    private void answer(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        received.add(new Received(
                path,
                Map.copyOf(call.getRequestHeaders()),
                new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        String what = path.split("/")[1];
        Integer status = statuses.get(path);
        if (status != null) {
            respond(call, status);
            return;
        }
        switch (what) {
            case "hang" -> hang();
            case "endless" -> streamForEver(call);
            case "redirect" -> {
                call.getResponseHeaders().set("Location", url("/ok/elsewhere"));
                respond(call, 302);
            }
            case "gone" -> respond(call, 410);
            case "500" -> respond(call, 500);
            default -> respond(call, 200);
        }
    }

    private static void respond(HttpExchange call, int status) throws IOException {
        byte[] body = ("answer " + status).getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private static void streamForEver(HttpExchange call) throws IOException {
        call.sendResponseHeaders(200, 0);
        byte[] part = "0123456789".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        while (!Thread.currentThread().isInterrupted()) {
            call.getResponseBody().write(part);
        }
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
