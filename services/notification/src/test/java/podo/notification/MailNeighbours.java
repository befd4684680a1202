package podo.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import podo.contracts.Message;
import podo.contracts.reservation.BoxOfficeBuyers;
import podo.stack.junit.TestKafka;
import tools.jackson.databind.json.JsonMapper;

/** A stand-in for user and reservation, over HTTP, and for all that publish, over Kafka. */
public final class MailNeighbours {

    /** A fan with an order of two seats. */
    public static final class Order {
        public final String orderId = "podo-" + UUID.randomUUID().toString().substring(0, 20);
        public final long fanId;
        public volatile String email = "fan-" + UUID.randomUUID() + "@example.com";
        public volatile String name = "민지";
        public volatile String language = "ko";
        public volatile String title = "달오름 투어";
        public volatile Map<String, String> titles = Map.of();
        public volatile String venue = "한강홀";
        public volatile String status = "CONFIRMED";
        public volatile String endedBecause;
        public volatile List<Map<String, Object>> changes = List.of();

        /** Seats whose tickets are somebody else's. */
        public volatile List<Long> handedOver = List.of();

        /** What was exchanged for which seats. */
        public volatile List<Map<String, Object>> moves = List.of();

        /** Reservation tells nothing of the order before this is open. */
        public volatile CountDownLatch told = new CountDownLatch(0);

        /** When the doors open; null that the organiser does not say. */
        public volatile String doorsAt;

        /** With what its tickets are answered: 200, or a refusal. */
        public volatile int ticketsStatus = 200;

        /** In which language its tickets were asked for. */
        public volatile String ticketsLanguage;

        Order(long fanId) {
            this.fanId = fanId;
        }

        public List<Long> seatIds() {
            return List.of(42_000_001L, 42_000_002L);
        }
    }

    static final String TICKETS = "%PDF-1.5 of a test";

    private static final AtomicLong IDS = new AtomicLong(1_000);

    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> handovers = new ConcurrentHashMap<>();
    private final HttpServer http;
    private TestKafka kafka;
    private volatile boolean away;

    /** What the log of teams was told, as JSON. */
    public final List<String> actions = new CopyOnWriteArrayList<>();

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
        http.createContext("/internal/box-office-buyers/", this::account);
        http.createContext("/internal/account-mails/", this::accountMail);
        http.createContext("/internal/give-back-offers/", this::offer);
        http.createContext(
                "/internal/shows/",
                call -> answer(
                        call,
                        call.getRequestURI().getPath().endsWith("/team")
                                ? Map.of("teamId", 1)
                                : Map.of("coming", true, "event", event("달오름 투어"))));
        http.createContext("/internal/team-actions", call -> {
            if (!away) {
                actions.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            }
            call.sendResponseHeaders(away ? 503 : 204, -1);
            call.close();
        });
        http.start();
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    public Order order() {
        return add(new Order(IDS.incrementAndGet()));
    }

    /** One of somebody without an account, which reservation alone knows. */
    public Order orderOfBoxOffice() {
        return add(new Order(BoxOfficeBuyers.ofSale(IDS.incrementAndGet())));
    }

    private Order add(Order order) {
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
        if (order != null && call.getRequestURI().getPath().endsWith("/tickets.pdf")) {
            order.ticketsLanguage = call.getRequestHeaders().getFirst("Accept-Language");
            byte[] file = TICKETS.getBytes(StandardCharsets.US_ASCII);
            call.getResponseHeaders().set("Content-Type", "application/pdf");
            call.sendResponseHeaders(order.ticketsStatus, order.ticketsStatus == 200 ? file.length : -1);
            if (order.ticketsStatus == 200) {
                call.getResponseBody().write(file);
            }
            call.close();
            return;
        }
        if (order != null) {
            await(order.told);
        }
        answer(call, order == null ? null : Map.of("fanId", order.fanId, "booking", view(order), "moves", order.moves));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first seat of the order was A 1-7, the second A 1-8, before this move. */
    public static List<Map<String, Object>> movedFromTheFirstRow(String moveId, Order order) {
        return order.seatIds().stream()
                .map(id -> Map.<String, Object>of(
                        "moveId", moveId,
                        "from", Map.of("id", id + 500, "section", "A", "row", "1", "number", 6 + id % 100),
                        "to", Map.of("id", id, "section", "A", "row", "3", "number", id % 100)))
                .toList();
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
        Map<String, Object> event = new LinkedHashMap<>(event(order.title));
        event.put("titles", order.titles);
        event.put("venue", order.venue);
        event.put("doorsAt", order.doorsAt);
        view.put("event", event);
        view.put("changes", order.changes);
        view.put(
                "seats",
                order.seatIds().stream()
                        .map(id -> Map.of(
                                "id",
                                id,
                                "section",
                                "A",
                                "row",
                                "3",
                                "number",
                                id % 100,
                                "grade",
                                "VIP",
                                "price",
                                132_000,
                                "status",
                                "BOOKED",
                                "handedOver",
                                order.handedOver.contains(id)))
                        .toList());
        return view;
    }

    /** An offer is named by the order of the fan that it is made to. */
    private void offer(HttpExchange call) throws IOException {
        Order order = orders.get(call.getRequestURI().getPath().split("/")[3]);
        Map<String, Object> seat = Map.of("id", 42_000_001L, "section", "A", "row", "3", "number", 1, "grade", "VIP");
        answer(
                call,
                order == null
                        ? null
                        : Map.of(
                                "fanId",
                                order.fanId,
                                "live",
                                order.status.equals("CONFIRMED"),
                                "offer",
                                Map.of(
                                        "event",
                                        event(order.title),
                                        "seat",
                                        seat,
                                        "price",
                                        132_000,
                                        "expiresAt",
                                        "2026-12-01T10:15:00Z")));
    }

    private static Map<String, Object> event(String title) {
        return Map.of("id", 42, "title", title, "venue", "한강홀", "startsAt", "2026-12-12T10:00:00Z");
    }

    private void account(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        long id = Long.parseLong(path.split("/")[3]);
        answer(
                call,
                orders.values().stream()
                        .filter(order -> order.fanId == id)
                        .filter(order -> BoxOfficeBuyers.isOne(id) == path.contains("box-office"))
                        .findFirst()
                        .map(order ->
                                Map.of("id", id, "email", order.email, "name", order.name, "language", order.language))
                        .orElse(null));
    }

    /** A mail about an account is named by its kind and the fan's order. */
    private void accountMail(HttpExchange call) throws IOException {
        String[] named = call.getRequestURI().getPath().split("/")[3].split(":");
        Order order = orders.get(named[1]);
        answer(
                call,
                Map.of(
                        "kind",
                        named[0],
                        "recipient",
                        Map.of("id", order.fanId, "email", order.email, "name", order.name, "language", order.language),
                        "token",
                        "abc_DEF-1",
                        "at",
                        "2026-12-01T10:15:00Z",
                        "device",
                        "Firefox, Linux",
                        "words",
                        Map.of("team", "Moonrise Agency", "inviter", "Choi Yuna", "role", "VIEWER")));
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
