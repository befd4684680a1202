package podo.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import podo.contracts.Message;
import podo.stack.junit.TestKafka;
import tools.jackson.databind.json.JsonMapper;

/** A stand-in for user and reservation, over HTTP, and for all that publish, over Kafka. */
public final class MailNeighbours {

    /** A fan with an order of two seats. */
    public static final class Order {
        public final String orderId = "podo-" + UUID.randomUUID().toString().substring(0, 20);
        public final long fanId = IDS.incrementAndGet();
        public volatile String email = "fan-" + UUID.randomUUID() + "@example.com";
        public volatile String name = "민지";
        public volatile String language = "ko";
        public volatile String title = "달오름 투어";
        public volatile String status = "CONFIRMED";
        public volatile String endedBecause;

        public List<Long> seatIds() {
            return List.of(42_000_001L, 42_000_002L);
        }
    }

    private static final AtomicLong IDS = new AtomicLong(1_000);

    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> handovers = new ConcurrentHashMap<>();
    private final HttpServer http;
    private TestKafka kafka;
    private volatile boolean away;

    public MailNeighbours() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/internal/bookings/", this::booking);
        http.createContext("/internal/handovers/", this::handover);
        http.createContext("/internal/accounts/", this::account);
        http.start();
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    public Order order() {
        Order order = new Order();
        orders.put(order.orderId, order);
        return order;
    }

    /** Answers 503 from now on. */
    public void away(boolean isAway) {
        away = isAway;
    }

    public synchronized void publish(Message message) {
        if (kafka == null) {
            kafka = new TestKafka();
        }
        kafka.send(
                message.topic(),
                message.key(),
                message.getClass().getSimpleName(),
                JsonMapper.shared().writeValueAsString(message));
    }

    private void booking(HttpExchange call) throws IOException {
        Order order = orders.get(call.getRequestURI().getPath().split("/")[3]);
        answer(call, order == null ? null : Map.of("fanId", order.fanId, "booking", view(order)));
    }

    /** The fan of the order handed the first seat to that of the next one. */
    public String handOver(Order from, Order to) {
        String id = UUID.randomUUID().toString();
        handovers.put(
                id,
                Map.of(
                        "giverId",
                        from.fanId,
                        "receiverId",
                        to.fanId,
                        "seatIds",
                        List.of(from.seatIds().getFirst())));
        return id;
    }

    private void handover(HttpExchange call) throws IOException {
        answer(call, handovers.get(call.getRequestURI().getPath().split("/")[3]));
    }

    private static Map<String, Object> view(Order order) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", UUID.nameUUIDFromBytes(order.orderId.getBytes()).toString());
        view.put("orderId", order.orderId);
        view.put("amount", 264_000);
        view.put("refunded", 0);
        view.put("status", order.status);
        view.put("endedBecause", order.endedBecause);
        view.put("event", Map.of("id", 42, "title", order.title, "venue", "한강홀", "startsAt", "2026-12-12T10:00:00Z"));
        view.put(
                "seats",
                order.seatIds().stream()
                        .map(id -> Map.of(
                                "id", id, "section", "A", "row", "3", "number", id % 100, "grade", "VIP", "price",
                                132_000, "status", "BOOKED"))
                        .toList());
        return view;
    }

    private void account(HttpExchange call) throws IOException {
        long id = Long.parseLong(call.getRequestURI().getPath().split("/")[3]);
        answer(
                call,
                orders.values().stream()
                        .filter(order -> order.fanId == id)
                        .findFirst()
                        .map(order ->
                                Map.of("id", id, "email", order.email, "name", order.name, "language", order.language))
                        .orElse(null));
    }

    private void answer(HttpExchange call, Object body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : JsonMapper.shared().writeValueAsBytes(body);
        call.getResponseHeaders().set("Content-Type", "application/json");
        int status = away ? 503 : body == null ? 404 : 200;
        call.sendResponseHeaders(status, status == 200 ? bytes.length : -1);
        if (status == 200) {
            call.getResponseBody().write(bytes);
        }
        call.close();
    }
}
