package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import podo.contracts.event.EventPublished;
import podo.contracts.event.Show;
import podo.contracts.event.Show.RefundFee;
import podo.contracts.inventory.SeatsSold;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.payment.PaymentCancelled;
import podo.reservation.booking.InventoryStub.Held;
import podo.reservation.show.KnownShow;
import podo.reservation.show.KnownShows;
import podo.stack.junit.OnRealServers;
import podo.stack.junit.SignedTokens;
import podo.starter.security.Fan;
import podo.starter.security.FanTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tests of bookings share: a fan with a token, a show, an inventory behind real HTTP, and the real Kafka. */
@OnRealServers
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"podo.booking.cancelled-shows=300ms", "podo.changes.tell-after=3s", "podo.changes.look=300ms"})
abstract class BookingFixture {

    static final InventoryStub inventory = new InventoryStub();
    static final NeighbourStub neighbours = new NeighbourStub();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    record Reply(int status, JsonNode body, HttpHeaders headers) {

        boolean replayed() {
            return headers.firstValue("Idempotency-Replayed").isPresent();
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        String problem() {
            return body.path("type").asString().replace("urn:problem:", "");
        }

        public String text(String field) {
            return body.path(field).asString();
        }
    }

    /** Created on first use, when the servers run. */
    private static final class Kafka {
        static final KafkaTestClient CLIENT = new KafkaTestClient();
    }

    @LocalServerPort
    int port;

    @Autowired
    FanTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KnownShows shows;

    final long fan = ThreadLocalRandom.current().nextLong(1, 1_000_000_000_000L);
    final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("spring.cloud.discovery.enabled", () -> "true");
        registry.add("spring.cloud.discovery.client.simple.instances.inventory[0].uri", inventory::url);
        registry.add("spring.cloud.discovery.client.simple.instances.user[0].uri", neighbours::url);
        registry.add("spring.cloud.discovery.client.simple.instances.payment[0].uri", neighbours::url);
        registry.add("spring.cloud.discovery.client.simple.instances.notification[0].uri", neighbours::url);
    }

    /** The line of a test that is over costs the tests after it nothing. */
    @AfterEach
    void endLine() {
        jdbc.sql("UPDATE room SET sales_end_at = '2020-01-01' WHERE event_id = ?")
                .param(event)
                .update();
    }

    static KafkaTestClient kafka() {
        return Kafka.CLIENT;
    }

    Reply open(Held held) {
        return post("/api/reservations", Map.of("holdId", held.id()), held.fanId());
    }

    /** Opens an unpaid booking. */
    String openBooking(Held held) {
        Reply opened = open(held);
        assertThat(opened.status()).as("%s", opened.body()).isEqualTo(201);
        return opened.text("id");
    }

    /** Opens a booking and confirms it with tickets. */
    String buy(Held held) {
        String id = openBooking(held);
        kafka().send(approved(held));
        kafka().send(sold(held));
        awaitStatus(id, held.fanId(), "CONFIRMED");
        return id;
    }

    Reply find(String id) {
        return get("/api/reservations/" + id, fan);
    }

    Reply cancel(String id, @Nullable List<Long> seatIds) {
        return post("/api/reservations/" + id + "/cancel", seatIds == null ? "" : Map.of("seatIds", seatIds), fan);
    }

    void awaitStatus(String id, long who, String status) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(get("/api/reservations/" + id, who).text("status"))
                                .isEqualTo(status));
    }

    List<String> ticketStatuses(String id) {
        return get("/api/tickets", fan)
                .body()
                .valueStream()
                .filter(ticket -> ticket.path("reservationId").asString().equals(id))
                .map(ticket -> ticket.path("status").asString())
                .toList();
    }

    String orderOf(Held held) {
        return jdbc.sql("SELECT order_id FROM booking WHERE hold_id = ?")
                .param(held.id())
                .query(String.class)
                .single();
    }

    PaymentApproved approved(Held held) {
        return new PaymentApproved(
                orderOf(held), "", held.id(), event, held.fanId(), held.seatIds(), held.total(), Instant.now());
    }

    SeatsSold sold(Held held) {
        return new SeatsSold(event, held.id(), orderOf(held), held.seatIds());
    }

    PaymentCancelled refunded(Held held, String cancellationId, List<Long> seatIds, long amount) {
        return new PaymentCancelled(cancellationId, orderOf(held), "", held.id(), event, seatIds, amount, 0);
    }

    /** Publishes the show with these fees and waits until it is stored. */
    void publish(Instant startsAt, RefundFee... fees) {
        kafka().send(new EventPublished(event, show(startsAt, fees)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> shows.find(event).map(KnownShow::title).orElse("").equals("달빛 콘서트"));
    }

    static Show show(Instant startsAt, RefundFee... fees) {
        return new Show(
                "달빛 콘서트",
                "포도홀",
                2,
                1,
                startsAt,
                Instant.now(),
                Instant.now(),
                startsAt,
                4,
                50,
                1_000,
                2,
                Show.SingleSeatPolicy.WARN,
                List.of(fees),
                0);
    }

    Reply post(String path, Object body, @Nullable Long who, String... headers) {
        String text = body instanceof String s ? s : JsonMapper.shared().writeValueAsString(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(text));
        return send(headers.length == 0 ? request : request.headers(headers), who);
    }

    Reply get(String path, @Nullable Long who) {
        return send(HttpRequest.newBuilder(at(path)), who);
    }

    Reply send(HttpRequest.Builder request, @Nullable Long who) {
        return sendAs(request, who == null ? null : Fan.of(who));
    }

    Reply sendAs(HttpRequest.Builder request, @Nullable Fan caller) {
        if (caller != null) {
            request.header(
                    "Authorization",
                    "Bearer "
                            + SignedTokens.of(
                                    caller, () -> tokens.mint(caller, Instant.now(), Duration.ofMinutes(15))));
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String text = response.body().isEmpty() ? "{}" : response.body();
            return new Reply(response.statusCode(), JsonMapper.shared().readTree(text), response.headers());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
