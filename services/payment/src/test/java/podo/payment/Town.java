package podo.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import tools.jackson.databind.json.JsonMapper;

/** Inventory and reservation as payment meets them: the same calls over real HTTP, with holds that really end. */
public final class Town {

    /** One fan's order and the hold under it. */
    public static final class Order {
        public final String orderId = "podo-" + UUID.randomUUID();
        public final String reservationId = UUID.randomUUID().toString();
        public final String holdId = UUID.randomUUID().toString();
        public final long fanId;
        public final long amount;
        public final List<Long> seatIds;
        public volatile String status = "PENDING";
        volatile Instant heldUntil = Instant.now().plus(Duration.ofMinutes(5));
        volatile boolean pinned;

        Order(long fanId, long amount, List<Long> seatIds) {
            this.fanId = fanId;
            this.amount = amount;
            this.seatIds = seatIds;
        }

        public void lapse() {
            heldUntil = Instant.now().minusSeconds(1);
        }

        public boolean isPinned() {
            return pinned;
        }
    }

    private static final AtomicLong SEATS = new AtomicLong(42_000_000);

    private final Map<String, Order> byOrder = new ConcurrentHashMap<>();
    private final Map<String, Order> byHold = new ConcurrentHashMap<>();
    private final HttpServer http;
    private volatile boolean inventoryAway;

    public Town() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/internal/bookings/", this::booking);
        http.createContext("/internal/holds/", this::hold);
        http.start();
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    public Order order(long fanId, long amount, int seats) {
        return order(
                fanId,
                amount,
                LongStream.range(0, seats)
                        .map(i -> SEATS.incrementAndGet())
                        .boxed()
                        .toList());
    }

    public Order order(long fanId, long amount, List<Long> seatIds) {
        Order order = new Order(fanId, amount, seatIds);
        byOrder.put(order.orderId, order);
        byHold.put(order.holdId, order);
        return order;
    }

    public void inventoryAway(boolean away) {
        inventoryAway = away;
    }

    private void booking(HttpExchange call) throws IOException {
        Order order = byOrder.get(last(call.getRequestURI().getPath()));
        if (order == null) {
            answer(call, 404, Map.of());
            return;
        }
        answer(
                call,
                200,
                Map.of(
                        "reservationId", order.reservationId,
                        "orderId", order.orderId,
                        "orderName", "달오름 투어 2석",
                        "holdId", order.holdId,
                        "eventId", 42,
                        "fanId", order.fanId,
                        "seatIds", order.seatIds,
                        "amount", order.amount,
                        "status", order.status,
                        "expiresAt", order.heldUntil.toString()));
    }

    private void hold(HttpExchange call) throws IOException {
        if (inventoryAway) {
            answer(call, 503, Map.of());
            return;
        }
        String[] path = call.getRequestURI().getPath().split("/");
        Order order = byHold.get(path[3]);
        if (call.getRequestMethod().equals("DELETE")) {
            order.pinned = false;
            answer(call, 204, null);
        } else if (order.heldUntil.isBefore(Instant.now())) {
            answer(call, 409, Map.of("type", "urn:problem:hold-lapsed"));
        } else {
            order.pinned = true;
            order.heldUntil = Instant.now().plusSeconds(90);
            answer(call, 200, Map.of("pinnedUntil", order.heldUntil.toString()));
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void answer(HttpExchange call, int status, Object body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : JsonMapper.shared().writeValueAsBytes(body);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
