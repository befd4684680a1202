package podo.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import podo.contracts.inventory.SeatsLost;
import podo.contracts.inventory.SeatsReturned;
import podo.contracts.inventory.SeatsSold;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.payment.PaymentCancelled;
import podo.contracts.reservation.BookingCancelled;
import tools.jackson.databind.json.JsonMapper;

/**
 * Inventory and reservation as payment meets them: the same calls over real HTTP, the same messages over real Kafka, with
 * holds that really end and seats that others really take. One lock, one thread's worth of truth.
 */
public final class Town {

    static final long EVENT = 42;

    /** One fan's order and the hold under it. */
    public static final class Order {
        public final String orderId = "podo-" + UUID.randomUUID();
        public final String reservationId = UUID.randomUUID().toString();
        public final String holdId = UUID.randomUUID().toString();
        public final long fanId;
        public final long amount;
        public final List<Long> seatIds;
        volatile Instant heldUntil = Instant.now().plus(Duration.ofMinutes(5));
        volatile Duration pinFor = Duration.ofSeconds(90);
        volatile Duration pinTakes = Duration.ZERO;
        volatile boolean pinned;
        volatile boolean hearsTheBank;
        final AtomicInteger webhooks = new AtomicInteger();

        Order(long fanId, long amount, List<Long> seatIds) {
            this.fanId = fanId;
            this.amount = amount;
            this.seatIds = seatIds;
        }

        public void lapse() {
            heldUntil = Instant.now().minusSeconds(1);
        }

        /** Payment is told so, whatever the order's time-out. */
        public void pinsFor(Duration duration) {
            pinFor = duration;
        }

        public void pinTakes(Duration duration) {
            pinTakes = duration;
        }

        /** The bank's own webhooks reach the shop: elsewhere they would decide what is to be found out without them. */
        public void hearsTheBank() {
            hearsTheBank = true;
        }

        public int webhooks() {
            return webhooks.get();
        }

        public boolean isPinned() {
            return pinned;
        }

        long price() {
            return amount / seatIds.size();
        }
    }

    private record Ticket(long id, String orderId, long eventId, long seatId, long price) {}

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicLong IDS = new AtomicLong(42_000_000);

    private final Map<String, Order> byOrder = new ConcurrentHashMap<>();
    private final Map<String, Order> byHold = new ConcurrentHashMap<>();
    private final Map<Long, String> soldTo = new TreeMap<>();
    private final Map<Long, Ticket> ticketOfSeat = new TreeMap<>();
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final HttpServer http;
    private final TownCrier crier;
    private volatile URI shop;
    private volatile boolean inventoryAway;
    private volatile boolean seatLost;

    public Town() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/webhooks", this::webhook);
        http.createContext("/internal/bookings/", this::booking);
        http.createContext("/internal/holds/", this::hold);
        http.createContext("/internal/audit/", this::audit);
        http.start();
        crier = new TownCrier(this::approved, this::cancelled);
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    public void passesWebhooksOnTo(URI listener) {
        shop = listener;
    }

    public Order order(long fanId, long amount, int seats) {
        List<Long> seatIds = LongStream.range(0, seats)
                .map(i -> IDS.incrementAndGet())
                .boxed()
                .toList();
        Order order = new Order(fanId, amount, seatIds);
        byOrder.put(order.orderId, order);
        byHold.put(order.holdId, order);
        return order;
    }

    public void inventoryAway(boolean away) {
        inventoryAway = away;
    }

    /** The hold ends, and somebody else buys its seats for cash. */
    public synchronized void loses(Order order) {
        order.lapse();
        for (long seat : order.seatIds) {
            soldTo.put(seat, "somebody");
        }
    }

    /** The fan gives seats back; the tickets end at once, the money follows. Answers the cancellation's message. */
    public synchronized BookingCancelled cancels(Order order, List<Long> seatIds, long feePerSeat) {
        seatIds.forEach(ticketOfSeat::remove);
        BookingCancelled told = new BookingCancelled(
                UUID.randomUUID().toString(),
                order.reservationId,
                order.orderId,
                order.holdId,
                EVENT,
                seatIds,
                (order.price() - feePerSeat) * seatIds.size(),
                feePerSeat * seatIds.size(),
                "마음이 바뀌었습니다");
        crier.say(told);
        return told;
    }

    public void says(podo.contracts.Message again) {
        crier.say(again);
    }

    /** What must never happen, so that the auditor can be seen finding it. */
    public synchronized void forgesTicket(Order order) {
        long seat = order.seatIds.getFirst();
        ticketOfSeat.put(seat, new Ticket(IDS.incrementAndGet(), order.orderId, EVENT, seat, order.price()));
    }

    public synchronized void losesTickets(Order order) {
        order.seatIds.forEach(ticketOfSeat::remove);
    }

    public synchronized void sellsForNothing(Order order) {
        order.seatIds.forEach(seat -> soldTo.put(seat, order.orderId));
    }

    public void losesASeat(boolean lost) {
        seatLost = lost;
    }

    public synchronized void undoes(Order order) {
        losesTickets(order);
        order.seatIds.forEach(soldTo::remove);
    }

    public synchronized long tickets(Order order) {
        return ticketOfSeat.values().stream()
                .filter(ticket -> ticket.orderId().equals(order.orderId))
                .count();
    }

    public synchronized boolean owns(Order order) {
        return order.seatIds.stream().allMatch(seat -> order.orderId.equals(soldTo.get(seat)));
    }

    private synchronized void approved(PaymentApproved message) {
        Order order = byOrder.get(message.orderId());
        if (order == null || !heard.add("approved " + message.orderId())) {
            return;
        }
        if (order.seatIds.stream().anyMatch(soldTo::containsKey)) {
            crier.say(new SeatsLost(EVENT, order.holdId, order.orderId, order.seatIds));
            return;
        }
        for (long seat : order.seatIds) {
            soldTo.put(seat, order.orderId);
            ticketOfSeat.put(seat, new Ticket(IDS.incrementAndGet(), order.orderId, EVENT, seat, order.price()));
        }
        crier.say(new SeatsSold(EVENT, order.holdId, order.orderId, order.seatIds));
    }

    private synchronized void cancelled(PaymentCancelled message) {
        Order order = byOrder.get(message.orderId());
        if (order == null || !heard.add("cancelled " + message.cancellationId())) {
            return;
        }
        message.seatIds().forEach(seat -> soldTo.remove(seat, order.orderId));
        crier.say(new SeatsReturned(EVENT, order.holdId, order.orderId, message.seatIds()));
    }

    private void webhook(HttpExchange call) throws IOException {
        byte[] body = call.getRequestBody().readAllBytes();
        Order order = byOrder.get(
                JsonMapper.shared().readTree(body).path("data").path("orderId").asString());
        if (order == null || !order.hearsTheBank) {
            answer(call, 200, null);
            return;
        }
        answer(call, passedOn(body), null);
        order.webhooks.incrementAndGet();
    }

    private int passedOn(byte[] webhook) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(shop)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(webhook))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void booking(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        Order order = byOrder.get(path.substring(path.lastIndexOf('/') + 1));
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
                        "orderName", "달오름 투어",
                        "holdId", order.holdId,
                        "eventId", EVENT,
                        "fanId", order.fanId,
                        "seatIds", order.seatIds,
                        "amount", order.amount,
                        "status", "PENDING",
                        "expiresAt", order.heldUntil.toString()));
    }

    private void hold(HttpExchange call) throws IOException {
        Order order = byHold.get(call.getRequestURI().getPath().split("/")[3]);
        pause(order.pinTakes);
        if (inventoryAway) {
            answer(call, 503, Map.of());
            return;
        }
        if (call.getRequestMethod().equals("DELETE")) {
            order.pinned = false;
            answer(call, 204, null);
        } else if (order.heldUntil.isBefore(Instant.now())) {
            answer(call, 409, Map.of("type", "urn:problem:hold-lapsed"));
        } else {
            order.pinned = true;
            order.heldUntil = Instant.now().plus(order.pinFor);
            answer(call, 200, Map.of("pinnedUntil", order.heldUntil.toString()));
        }
    }

    private void audit(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        if (path.endsWith("/halls")) {
            long free = seatLost ? 98 : 99;
            answer(
                    call,
                    200,
                    List.of(Map.of(
                            "eventId", EVENT, "capacity", 100, "free", free, "held", 1, "sold", 0, "blocked", 0)));
            return;
        }
        Map<String, Long> query = query(call);
        answer(call, 200, path.endsWith("/tickets") ? ticketsAfter(query) : soldAfter(query));
    }

    private synchronized List<Ticket> ticketsAfter(Map<String, Long> query) {
        return ticketOfSeat.values().stream()
                .filter(ticket -> ticket.id() > query.get("after"))
                .sorted(java.util.Comparator.comparing(Ticket::id))
                .limit(query.get("limit"))
                .toList();
    }

    private synchronized List<Map<String, Object>> soldAfter(Map<String, Long> query) {
        List<Map<String, Object>> sold = new ArrayList<>();
        soldTo.forEach((seat, order) -> {
            if (seat > query.get("after") && !order.equals("somebody") && sold.size() < query.get("limit")) {
                sold.add(Map.of("seatId", seat, "orderId", order));
            }
        });
        return sold;
    }

    private static Map<String, Long> query(HttpExchange call) {
        Map<String, Long> query = new TreeMap<>();
        for (String pair : call.getRequestURI().getQuery().split("&")) {
            query.put(pair.split("=")[0], Long.valueOf(pair.split("=")[1]));
        }
        return query;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange call, int status, Object body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : JsonMapper.shared().writeValueAsBytes(body);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
