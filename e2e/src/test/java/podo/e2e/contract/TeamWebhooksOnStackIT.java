package podo.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;
import tools.jackson.databind.JsonNode;

/** A team's webhook at a receiver of the test's own, from a purchase and a refund to the log. */
@OnRunningStack
class TeamWebhooksOnStackIT {

    private record Received(String id, String timestamp, String signature, String body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Api owner = Fan.organiser();
    private final String hooks = "/api/teams/" + owner.get("/api/users/me").string("id") + "/webhooks";
    private HttpServer server;
    private Answer made;

    @BeforeEach
    void aReceiverListens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            received.add(new Received(
                    call.getRequestHeaders().getFirst("webhook-id"),
                    call.getRequestHeaders().getFirst("webhook-timestamp"),
                    call.getRequestHeaders().getFirst("webhook-signature"),
                    new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        server.start();
        made = owner.post(
                        hooks,
                        Map.of(
                                "url",
                                "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                                "types",
                                List.of("order.paid", "order.refunded", "event.published", "event.cancelled")))
                .has(201);
    }

    @AfterEach
    void theWebhookGoes() {
        owner.delete(hooks + "/" + made.string("id")).has(204);
        server.stop(0);
    }

    private Received awaitMessage(String type, String holding) {
        Awaitility.await().atMost(Fan.SOON).until(() -> received.stream().anyMatch(one -> isAbout(one, type, holding)));
        return received.stream()
                .filter(one -> isAbout(one, type, holding))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isAbout(Received one, String type, String holding) {
        return one.body().contains("\"" + type + "\"") && one.body().contains(holding);
    }

    private String signatureOf(Received one) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(
                Base64.getDecoder().decode(made.string("secret").substring("whsec_".length())), "HmacSHA256"));
        String signed = one.id() + "." + one.timestamp() + "." + one.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aPurchaseAndItsRefundAreToldWithARightSignature() throws GeneralSecurityException {
        Show show = Show.onSale(1, 2);
        Fan fan = Fan.fresh();
        JsonNode order = fan.buy(show.id(), fan.freeSeats(show.id()).subList(0, 1));
        String orderId = order.path("orderId").asString();

        Received published = awaitMessage("event.published", "\"eventId\":" + show.id() + ",");
        assertThat(published.signature()).isEqualTo(signatureOf(published));
        Received paid = awaitMessage("order.paid", orderId);
        assertThat(paid.signature()).isEqualTo(signatureOf(paid));
        assertThat(paid.body())
                .contains("\"amount\":" + order.path("amount").asLong())
                .contains("\"eventId\":" + show.id())
                .doesNotContain(fan.email(), "Minji");

        fan.api()
                .post("/api/reservations/" + order.path("id").asString() + "/cancel")
                .isOneOf(200, 202);
        Received refunded = awaitMessage("order.refunded", orderId);
        assertThat(refunded.signature()).isEqualTo(signatureOf(refunded));

        String log = owner.get(hooks + "/" + made.string("id") + "/messages")
                .has(200)
                .text();
        assertThat(log).contains(paid.id(), "\"status\":204", "DONE").doesNotContain(made.string("secret"));
        owner.put(
                        hooks + "/" + made.string("id"),
                        Map.of("url", "https://169.254.169.254/", "types", List.of("order.paid"), "on", true))
                .refuses(400, "invalid");
        Fan.otherOrganiser().get(hooks).refuses(404, "not-found");
    }
}
