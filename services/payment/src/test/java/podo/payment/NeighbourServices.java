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
import podo.contracts.reservation.BookingStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stand-in for inventory and reservation: the calls that payment makes, over HTTP, and the messages that it exchanges with
 * them, over Kafka. Holds lapse by time and seats can be sold to others. Its state is guarded by one lock.
 */
public final class NeighbourServices {

    static final long EVENT = 42;

    /** The organiser of {@link #EVENT}. */
    public static final long ORGANISER = 7_007;

    /** One fan's order and its hold. */
    public static final class Order {
        public final String orderId = "podo-" + UUID.randomUUID();
        public final String reservationId = UUID.randomUUID().toString();
        public final String holdId = UUID.randomUUID().toString();
        public final long fanId;
        public final long amount;
        public final List<Long> seatIds;
        volatile Instant heldUntil = Instant.now().plus(Duration.ofMinutes(5));
        volatile Duration pinDuration = Duration.ofSeconds(90);
        volatile Duration pinDelay = Duration.ZERO;
        volatile boolean pinned;
        volatile boolean webhooksForwarded;
        volatile BookingStatus bookingStatus = BookingStatus.PENDING;
        volatile boolean choosable;
        volatile boolean sumChanges;
        final AtomicInteger sumsFixed = new AtomicInteger();
        final AtomicInteger webhooks = new AtomicInteger();

        Order(long fanId, long amount, List<Long> seatIds) {
            this.fanId = fanId;
            this.amount = amount;
            this.seatIds = seatIds;
        }

        public void lapse() {
            heldUntil = Instant.now().minusSeconds(1);
        }

        /** How long a pin keeps the hold. */
        public void setPinDuration(Duration duration) {
            pinDuration = duration;
        }

        /** The fan could still choose another kind of ticket. */
        public void letChoose() {
            choosable = true;
        }

        /** The same, and what was told before was twice the amount. */
        public void letSumChange() {
            choosable = true;
            sumChanges = true;
        }

        public int sumsFixed() {
            return sumsFixed.get();
        }

        /** What reservation says of the booking. */
        public void setBookingStatus(BookingStatus status) {
            bookingStatus = status;
        }

        public void setPinDelay(Duration duration) {
            pinDelay = duration;
        }

        /** Forwards the simulator's webhooks to the service. Off by default, because most tests must succeed without webhooks. */
        public void forwardWebhooks() {
            webhooksForwarded = true;
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
    private final Map<String, Long> lostOrders = new ConcurrentHashMap<>();
    private final Set<String> processed = ConcurrentHashMap.newKeySet();
    private final HttpServer http;
    private final NeighbourMessages messages;
    private volatile URI shop;
    private volatile boolean inventoryUnavailable;
    private final Map<Long, Long> heldAtPrice = new TreeMap<>();
    private volatile long advertisedAt = 10_000;
    private volatile long soldAt = 10_000;
    private volatile boolean seatsMiscounted;

    public NeighbourServices() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/webhooks", this::webhook);
        http.createContext("/internal/bookings/", this::booking);
        http.createContext("/internal/orders/", this::owner);
        http.createContext("/internal/holds/", this::hold);
        http.createContext("/internal/audit/", this::audit);
        http.createContext("/internal/organisers/", NeighbourServices::eventsOfOrganiser);
        http.start();
        messages = new NeighbourMessages(this::approved, this::cancelled);
    }

    /** An order of this fan that no booking is known of. Returns its id. */
    public String lostOrder(long fanId) {
        String orderId = "podo-" + UUID.randomUUID();
        lostOrders.put(orderId, fanId);
        return orderId;
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    public void forwardWebhooksTo(URI listener) {
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

    public void inventoryUnavailable(boolean away) {
        inventoryUnavailable = away;
    }

    /** The hold lapses, and its seats are sold to somebody else. */
    public synchronized void sellSeatsToOthers(Order order) {
        order.lapse();
        for (long seat : order.seatIds) {
            soldTo.put(seat, "another-buyer");
        }
    }

    /** Its seats are sold to somebody else while the hold is alive. */
    public synchronized void takeSeats(Order order) {
        order.seatIds.forEach(seat -> soldTo.put(seat, "another-buyer"));
    }

    /** Cancels seats that cost this much together, without a fee. */
    public synchronized void cancelAt(Order order, List<Long> seatIds, long amount) {
        seatIds.forEach(ticketOfSeat::remove);
        messages.publish(new BookingCancelled(
                UUID.randomUUID().toString(),
                order.reservationId,
                order.orderId,
                order.holdId,
                EVENT,
                seatIds,
                amount,
                0,
                "other prices"));
    }

    /** Cancels seats of a booking: removes their tickets and publishes the message. @return the message */
    public synchronized BookingCancelled cancelBooking(Order order, List<Long> seatIds, long feePerSeat) {
        seatIds.forEach(ticketOfSeat::remove);
        BookingCancelled message = new BookingCancelled(
                UUID.randomUUID().toString(),
                order.reservationId,
                order.orderId,
                order.holdId,
                EVENT,
                seatIds,
                (order.price() - feePerSeat) * seatIds.size(),
                feePerSeat * seatIds.size(),
                "마음이 바뀌었습니다");
        messages.publish(message);
        return message;
    }

    public void publish(podo.contracts.Message message) {
        messages.publish(message);
    }

    /** Adds a ticket without a payment, for the audit to find. */
    public synchronized void forgeTicket(Order order) {
        long seat = order.seatIds.getFirst();
        ticketOfSeat.put(seat, new Ticket(IDS.incrementAndGet(), order.orderId, EVENT, seat, order.price()));
    }

    public synchronized void removeTickets(Order order) {
        order.seatIds.forEach(ticketOfSeat::remove);
    }

    public synchronized void sellWithoutPayment(Order order) {
        order.seatIds.forEach(seat -> soldTo.put(seat, order.orderId));
    }

    public void miscountSeats(boolean miscounted) {
        seatsMiscounted = miscounted;
    }

    /** What the event advertises and at what price its seats are sold; for all its seats of grade R. */
    public void price(long advertised, long sold) {
        advertisedAt = advertised;
        soldAt = sold;
    }

    /** The inventory says that it held the order's seats at this price. */
    public synchronized void heldAt(Order order, long price) {
        order.seatIds.forEach(seat -> heldAtPrice.put(seat, price));
    }

    private static Map<String, Object> plan(long price) {
        return Map.of(
                "eventId",
                EVENT,
                "seatsPerFan",
                4,
                "salesEndAt",
                "2030-01-01T00:00:00Z",
                "grades",
                List.of(Map.of("name", "R", "price", price)),
                "history",
                List.of(Map.of("grade", "R", "price", price, "since", "2026-01-01T00:00:00Z")));
    }

    public synchronized void undo(Order order) {
        order.seatIds.forEach(heldAtPrice::remove);
        removeTickets(order);
        order.seatIds.forEach(soldTo::remove);
    }

    public synchronized long tickets(Order order) {
        return ticketOfSeat.values().stream()
                .filter(ticket -> ticket.orderId().equals(order.orderId))
                .count();
    }

    public synchronized boolean hasSoldAllSeatsTo(Order order) {
        return order.seatIds.stream().allMatch(seat -> order.orderId.equals(soldTo.get(seat)));
    }

    private synchronized void approved(PaymentApproved message) {
        Order order = byOrder.get(message.orderId());
        if (order == null || !processed.add("approved " + message.orderId())) {
            return;
        }
        if (order.seatIds.stream().anyMatch(soldTo::containsKey)) {
            messages.publish(new SeatsLost(EVENT, order.holdId, order.orderId, order.seatIds));
            return;
        }
        for (long seat : order.seatIds) {
            soldTo.put(seat, order.orderId);
            ticketOfSeat.put(seat, new Ticket(IDS.incrementAndGet(), order.orderId, EVENT, seat, order.price()));
        }
        messages.publish(new SeatsSold(EVENT, order.holdId, order.orderId, order.seatIds));
    }

    private synchronized void cancelled(PaymentCancelled message) {
        Order order = byOrder.get(message.orderId());
        if (order == null || !processed.add("cancelled " + message.cancellationId())) {
            return;
        }
        message.seatIds().forEach(seat -> soldTo.remove(seat, order.orderId));
        // as reservation does: also of a refund that it did not ask for
        message.seatIds()
                .forEach(seat -> ticketOfSeat.computeIfPresent(
                        seat, (same, ticket) -> ticket.orderId().equals(order.orderId) ? null : ticket));
        messages.publish(new SeatsReturned(EVENT, order.holdId, order.orderId, message.seatIds()));
    }

    private void webhook(HttpExchange call) throws IOException {
        byte[] body = call.getRequestBody().readAllBytes();
        Order order = byOrder.get(
                JsonMapper.shared().readTree(body).path("data").path("orderId").asString());
        if (order == null || !order.webhooksForwarded) {
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
        Order order = byOrder.get(path.split("/")[3]);
        if (order == null) {
            answer(call, 404, Map.of());
            return;
        }
        if (path.endsWith("/sum")) {
            order.sumsFixed.incrementAndGet();
            order.choosable = false;
        }
        Map<String, Object> booking = new TreeMap<>(Map.of(
                "reservationId",
                order.reservationId,
                "orderId",
                order.orderId,
                "orderName",
                "달오름 투어",
                "holdId",
                order.holdId,
                "eventId",
                EVENT,
                "fanId",
                order.fanId,
                "seatIds",
                order.seatIds,
                "amount",
                order.choosable && order.sumChanges ? 2 * order.amount : order.amount,
                "status",
                order.bookingStatus.name(),
                "expiresAt",
                order.heldUntil.toString()));
        booking.put("choosable", order.choosable);
        answer(call, 200, booking);
    }

    /** Whose order it is, also of one that only {@link #lostOrder} knows. */
    private void owner(HttpExchange call) throws IOException {
        Long fanId = lostOrders.get(call.getRequestURI().getPath().split("/")[3]);
        answer(call, fanId == null ? 404 : 200, fanId == null ? Map.of() : Map.of("fanId", fanId));
    }

    private void hold(HttpExchange call) throws IOException {
        Order order = byHold.get(call.getRequestURI().getPath().split("/")[3]);
        pause(order.pinDelay);
        if (inventoryUnavailable) {
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
            order.heldUntil = Instant.now().plus(order.pinDuration);
            answer(call, 200, Map.of("pinnedUntil", order.heldUntil.toString()));
        }
    }

    private static void eventsOfOrganiser(HttpExchange call) throws IOException {
        boolean owner = call.getRequestURI().getPath().equals("/internal/organisers/" + ORGANISER + "/events");
        answer(call, 200, owner ? List.of(EVENT, EVENT + 1) : List.of());
    }

    private void audit(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        if (path.endsWith("/halls")) {
            long free = seatsMiscounted ? 98 : 99;
            answer(
                    call,
                    200,
                    List.of(Map.of(
                            "eventId", EVENT, "capacity", 100, "free", free, "held", 1, "sold", 0, "blocked", 0)));
            return;
        }
        if (path.endsWith("/give-backs") || path.endsWith("/codes")) {
            answer(call, 200, List.of());
            return;
        }
        if (path.endsWith("/plans") || path.endsWith("/prices")) {
            answer(call, 200, List.of(plan(path.endsWith("/plans") ? soldAt : advertisedAt)));
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
            if (seat > query.get("after") && !order.equals("another-buyer") && sold.size() < query.get("limit")) {
                Map<String, Object> row = new TreeMap<>(Map.of("seatId", seat, "orderId", order, "grade", "R"));
                if (heldAtPrice.containsKey(seat)) {
                    row.put("price", heldAtPrice.get(seat));
                    row.put("heldAt", Instant.now().toString());
                }
                sold.add(row);
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
