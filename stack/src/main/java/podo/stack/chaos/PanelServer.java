package podo.stack.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The panel's addresses, on 127.0.0.1 only: the page, its two files, and one address for the buttons of each server. */
final class PanelServer implements AutoCloseable {

    private static final int LONGEST_FORM = 1_024;
    private static final String FAULTS = "/faults/";
    private static final Map<String, String> FILES = Map.of(
            "/panel.css", "text/css",
            "/panel.js", "text/javascript");

    private final HttpServer server;
    private final PanelAccess access;
    private final PanelPage page;
    private final FaultDesk desk;

    /** @param port 0 for any that is free */
    PanelServer(int port, PanelPage page, FaultDesk desk) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        this.access = new PanelAccess(port());
        this.page = page;
        this.desk = desk;
        server.setExecutor(Executors.newFixedThreadPool(
                2, Thread.ofPlatform().daemon().name("panel-", 0).factory()));
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestMethod();
            var path = exchange.getRequestURI().getPath();
            if (!access.isLocal(exchange.getRequestHeaders().getFirst("Host"))) {
                answer(exchange, 403, "text/plain", "Call the panel by the name localhost.");
            } else if (method.equals("POST") && path.startsWith(FAULTS)) {
                press(exchange, BreakableServer.of(path.substring(FAULTS.length())));
            } else if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                answer(exchange, 405, "text/plain", "");
            } else if (path.equals("/")) {
                answer(exchange, 200, "text/html", page.render(texts(exchange), access.token()));
            } else if (FILES.containsKey(path)) {
                answer(exchange, 200, FILES.get(path), PanelPage.file(path.substring(1)));
            } else {
                answer(exchange, 404, "text/plain", "There is nothing here.");
            }
        }
    }

    private void press(HttpExchange exchange, Optional<BreakableServer> server) throws IOException {
        var form = form(exchange);
        if (!access.isToken(form.get("token"))) {
            answer(exchange, 403, "text/plain", "This page is of an earlier panel, or of another site. Load it again.");
            return;
        }
        var action = form.getOrDefault("do", "");
        if (server.isEmpty() || !action.matches("break|heal")) {
            answer(exchange, 404, "text/plain", "There is no such button.");
            return;
        }
        if (action.equals("break")) {
            desk.breakDown(server.get());
        } else {
            desk.heal(server.get());
        }
        exchange.getResponseHeaders()
                .set("Location", "/?lang=" + texts(exchange).language().getLanguage());
        answer(exchange, 303, "text/plain", "");
    }

    private static PanelTexts texts(HttpExchange exchange) {
        var query = exchange.getRequestURI().getQuery();
        var wish = exchange.getRequestHeaders().getFirst("Accept-Language");
        return PanelTexts.wanted(query == null ? "" : query, wish == null ? "en" : wish);
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        var text = new String(exchange.getRequestBody().readNBytes(LONGEST_FORM), StandardCharsets.UTF_8);
        return Arrays.stream(text.split("&"))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(field -> field[0], field -> decode(field[1]), (first, second) -> first));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("HEAD") || bytes.length == 0) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
