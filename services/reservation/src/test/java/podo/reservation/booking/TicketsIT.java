package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.contracts.event.EventPublished;
import podo.contracts.event.Show;
import podo.reservation.booking.InventoryStub.Held;
import podo.reservation.booking.ticket.Tickets;
import podo.reservation.code.TicketClaim;
import podo.reservation.code.TicketCodes;
import podo.starter.security.ServiceTokens;
import tools.jackson.databind.JsonNode;

class TicketsIT extends BookingFixture {

    @Autowired
    Tickets tickets;

    @Autowired
    TicketCodes codes;

    @Autowired
    ServiceTokens services;

    @Test
    void aTicketsCodeIsSignedForItsSeatAndGeneration() {
        Held held = inventory.createHold(event, fan, 1);
        buy(held);

        JsonNode ticket = ticket();

        assertThat(codes.read(ticket.path("code").asString()))
                .contains(new TicketClaim(
                        event, held.seatIds().getFirst(), ticket.path("id").asLong(), 0));
        assertThat(ticket.path("generation").asInt()).isZero();
    }

    @Test
    void theTicketsOfABookingComeInTheOrderOfTheirSeats() {
        Held held = inventory.createHold(event, fan, 4);
        String id = buy(held);

        assertThat(get("/api/tickets", fan)
                        .body()
                        .valueStream()
                        .map(ticket -> ticket.path("seat").path("id").asLong())
                        .toList())
                .hasSize(4)
                .isSorted();
        assertThat(tickets.ofBooking(id))
                .extracting(Tickets.IssuedTicket::seatId)
                .isSorted();
    }

    @Test
    void theShowIsNamedInTheLanguageOfWhoReads() {
        Show korean = show(Instant.now().plus(Duration.ofDays(300)));
        kafka().send(new EventPublished(
                event,
                new Show(
                        korean.title(),
                        korean.venue(),
                        korean.organiserId(),
                        korean.planVersion(),
                        korean.startsAt(),
                        korean.lobbyOpensAt(),
                        korean.onSaleAt(),
                        korean.salesEndAt(),
                        korean.seatsPerFan(),
                        korean.admissionPerSecond(),
                        korean.admissionCap(),
                        korean.extensions(),
                        korean.singleSeatPolicy(),
                        korean.refundFees(),
                        korean.changeCount(),
                        null,
                        null,
                        Map.of("en", "Moonlight Concert"),
                        null)));
        await().atMost(Duration.ofSeconds(60)).until(() -> shows.find(event).isPresent());
        Held held = inventory.createHold(event, fan, 1);
        buy(held);

        assertThat(ticket().at("/event/title").asString()).isEqualTo("달빛 콘서트");
        assertThat(ticket().at("/event/titles/en").asString()).isEqualTo("Moonlight Concert");
        assertThat(orderName(held, "en-GB")).isEqualTo("Moonlight Concert");
        assertThat(orderName(held, "ko")).isEqualTo("달빛 콘서트");
    }

    private String orderName(Held held, String language) {
        return sendAs(
                        HttpRequest.newBuilder(at("/internal/bookings/" + orderOf(held)))
                                .header("Accept-Language", language)
                                .header("Authorization", "Bearer " + services.mint("reservation")),
                        null)
                .text("orderName");
    }

    @Test
    void aRefundRaisesTheGenerationOnce() {
        publish(Instant.now().plus(Duration.ofDays(300)));
        Held held = inventory.createHold(event, fan, 1);
        String id = buy(held);
        assertThat(cancel(id, null).status()).isEqualTo(202);
        kafka().send(refunded(held, "refund-" + id, held.seatIds(), held.total()));
        awaitStatus(id, fan, "REFUNDED");

        assertThat(ticket().path("status").asString()).isEqualTo("CANCELLED");
        assertThat(ticket().path("generation").asInt()).isEqualTo(1);
    }

    @Test
    void aTicketThatIsIssuedAgainHasOtherCodes() {
        Held held = inventory.createHold(event, fan, 1);
        String id = buy(held);
        JsonNode before = ticket();

        tickets.reissue(id, held.seatIds());

        JsonNode after = ticket();
        assertThat(after.path("id")).isEqualTo(before.path("id"));
        assertThat(after.path("generation").asInt()).isEqualTo(1);
        assertThat(after.path("code")).isNotEqualTo(before.path("code"));
        assertThat(after.path("shortCode")).isNotEqualTo(before.path("shortCode"));
        assertThat(jdbc.sql("SELECT ticket_id FROM former_ticket_code WHERE code = ?")
                        .param(before.path("shortCode").asString())
                        .query(Long.class)
                        .list())
                .isEqualTo(List.of(after.path("id").asLong()));
    }

    @Test
    void everybodyMayHaveTheKeysAndKeepThem() {
        Reply keys = get("/api/ticket-keys", null);

        assertThat(keys.status()).isEqualTo(200);
        assertThat(keys.header("Cache-Control")).contains("public", "max-age=300");
        JsonNode key = keys.body().path("keys").get(0);
        assertThat(key.path("kty").asString()).isEqualTo("OKP");
        assertThat(key.path("crv").asString()).isEqualTo("Ed25519");
        assertThat(key.path("x").asString()).hasSize(43);
        assertThat(key.path("kid").asString()).isNotBlank();
        assertThat(keys.body().toString()).doesNotContain("\"d\"");
    }

    @Test
    void withoutKeysOfAWalletThereIsNoPass() {
        buy(inventory.createHold(event, fan, 1));
        long id = ticket().path("id").asLong();

        assertThat(ticket().has("wallets")).isFalse();
        assertThat(get("/api/tickets/" + id + "/google-wallet", fan).status()).isEqualTo(404);
        assertThat(get("/api/tickets/" + id + "/apple-wallet.pkpass", fan).problem())
                .isEqualTo("not-found");
    }

    @Test
    void aSizeOfPagesThatThereIsNotIsRefusedInWords() {
        String id = buy(inventory.createHold(event, fan, 1));

        Reply refused = get("/api/reservations/" + id + "/tickets.pdf?size=a5", fan);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("invalid");
        assertThat(refused.body().at("/fields/0/message").asString()).contains("a4");
    }

    private JsonNode ticket() {
        return get("/api/tickets", fan).body().get(0);
    }
}
