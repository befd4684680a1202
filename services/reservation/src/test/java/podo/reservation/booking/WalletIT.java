package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import podo.reservation.booking.InventoryStub.Held;
import podo.reservation.booking.ticket.Tickets;
import podo.reservation.booking.ticket.wallet.WalletKeys;
import podo.starter.security.Fan;
import podo.starter.security.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tickets in the wallets of phones, where a seller has the vendors' keys. */
class WalletIT extends BookingFixture {

    @Autowired
    Tickets tickets;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        WalletKeys keys = WalletKeys.generate();
        registry.add("podo.wallet.google.issuer-id", () -> "3388");
        registry.add("podo.wallet.google.service-account", keys::serviceAccount);
        registry.add("podo.wallet.apple.pass-type", () -> "pass.example.tickets");
        registry.add("podo.wallet.apple.team", () -> "TEAM123456");
        registry.add("podo.wallet.apple.certificate", keys::certificatePem);
        registry.add("podo.wallet.apple.private-key", keys::keyPem);
        registry.add("podo.wallet.apple.authority", keys::authorityPem);
    }

    @BeforeEach
    void publishShow() {
        publish(Instant.now().plus(Duration.ofHours(1)));
    }

    @Test
    void aTicketSaysIntoWhichWalletsItGoesAndItsPassesHoldItsCode() throws Exception {
        JsonNode ticket = buyTicket(inventory.createHold(event, fan, 1));

        assertThat(ticket.path("wallets").toString()).isEqualTo("[\"APPLE\",\"GOOGLE\"]");
        assertThat(googleCode(ticket)).isEqualTo(ticket.path("code").asString());
        HttpResponse<byte[]> pass = apple(ticket, fan);
        assertThat(pass.headers().firstValue("Content-Type")).contains("application/vnd.apple.pkpass");
        assertThat(pass.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(pass.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains(".pkpass"));
        assertThat(appleCode(pass.body())).isEqualTo(ticket.path("code").asString());
    }

    @Test
    void aTicketThatIsIssuedAgainHasNewPassesAndTheOldOnesAreRefusedAtTheDoor() throws Exception {
        Held held = inventory.createHold(event, fan, 1);
        JsonNode ticket = buyTicket(held);
        String oldGoogle = googleCode(ticket);
        String oldApple = appleCode(apple(ticket, fan).body());

        tickets.reissue(ticket.path("reservationId").asString(), held.seatIds());

        String newGoogle = googleCode(ticket);
        String newApple = appleCode(apple(ticket, fan).body());
        assertThat(check(oldGoogle)).isEqualTo("REISSUED");
        assertThat(check(oldApple)).isEqualTo("REISSUED");
        assertThat(newApple).isEqualTo(newGoogle).isNotEqualTo(oldApple);
        assertThat(check(newApple)).isEqualTo("VALID");
        assertThat(check(newGoogle)).isEqualTo("ALREADY_USED");
    }

    @Test
    void nobodyGetsAPassOfATicketThatIsAnothersOrNotValid() throws Exception {
        JsonNode ticket = buyTicket(inventory.createHold(event, fan, 1));
        assertThat(apple(ticket, fan + 1).statusCode()).isEqualTo(404);
        assertThat(get(googlePath(ticket), fan + 1).status()).isEqualTo(404);
        assertThat(get(googlePath(ticket), null).status()).isEqualTo(401);
        assertThat(get("/api/tickets/x/google-wallet", fan).status()).isEqualTo(404);

        assertThat(cancel(ticket.path("reservationId").asString(), null).status())
                .isEqualTo(202);

        assertThat(apple(ticket, fan).statusCode()).isEqualTo(404);
        assertThat(get(googlePath(ticket), fan).status()).isEqualTo(404);
        assertThat(get("/api/tickets", fan).body().get(0).has("wallets")).isFalse();
    }

    private JsonNode buyTicket(Held held) {
        buy(held);
        return get("/api/tickets", fan).body().get(0);
    }

    private String googleCode(JsonNode ticket) {
        Reply pass = get(googlePath(ticket), fan);
        assertThat(pass.status()).isEqualTo(200);
        String[] parts = pass.text("saveUrl").split("\\.");
        return JsonMapper.shared()
                .readTree(Base64.getUrlDecoder().decode(parts[parts.length - 2]))
                .at("/payload/eventTicketObjects/0/barcode/value")
                .asString();
    }

    private static String googlePath(JsonNode ticket) {
        return "/api/tickets/" + ticket.path("id").asLong() + "/google-wallet";
    }

    private HttpResponse<byte[]> apple(JsonNode ticket, long who) throws Exception {
        String token = tokens.mint(Fan.of(who), Instant.now(), Duration.ofMinutes(15));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(
                                    at("/api/tickets/" + ticket.path("id").asLong() + "/apple-wallet.pkpass"))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String appleCode(byte[] pass) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pass))) {
            for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                if (file.getName().equals("pass.json")) {
                    return JsonMapper.shared()
                            .readTree(zip.readAllBytes())
                            .at("/barcodes/0/message")
                            .asString();
                }
            }
        }
        throw new AssertionError("no pass.json");
    }

    private String check(String code) {
        String token = tokens.mint(Fan.of(fan + 5, Role.DOOR), Instant.now(), Duration.ofMinutes(15));
        String body = JsonMapper.shared().writeValueAsString(Map.of("code", code, "gate", "A"));
        return send(
                        HttpRequest.newBuilder(at("/api/checkins"))
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Bearer " + token)
                                .POST(HttpRequest.BodyPublishers.ofString(body)),
                        (Long) null)
                .text("result");
    }
}
