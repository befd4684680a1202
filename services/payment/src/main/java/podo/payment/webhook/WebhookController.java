package podo.payment.webhook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Stores what claims to be a webhook of Toss. Anybody can post here, so the content is never trusted: it only triggers a look-up. */
@Tag(name = "Payments")
@RestController
class WebhookController {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Webhook(@Nullable String eventType, @Nullable Data data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Data(
            @Nullable String orderId,
            @Nullable String paymentKey,
            @Nullable String status) {}

    private final Webhooks webhooks;
    private final UnknownWebhooks unknown;

    WebhookController(Webhooks webhooks, UnknownWebhooks unknown) {
        this.webhooks = webhooks;
        this.unknown = unknown;
    }

    @Operation(summary = "Receive a webhook of Toss; 200 once it is stored, or at once when no order has this id")
    @PostMapping("/api/payments/webhooks/toss")
    void receive(@RequestBody Webhook webhook, HttpServletRequest request) {
        Data data = webhook.data();
        boolean known = webhooks.store(
                printable(data == null ? null : data.orderId(), 64),
                printable(data == null ? null : data.paymentKey(), 200),
                printable(webhook.eventType(), 60),
                printable(data == null ? null : data.status(), 40));
        if (!known) {
            unknown.count(addressOf(request));
        }
    }

    /** The gateway writes the peer's address as the last one. A local caller can write any, so all of them are bounded together too. */
    private static String addressOf(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        return forwarded == null
                ? request.getRemoteAddr()
                : printable(forwarded.substring(forwarded.lastIndexOf(',') + 1).strip(), 45);
    }

    private static String printable(@Nullable String value, int length) {
        String ascii = value == null ? "" : value.replaceAll("[^!-~]", "?");
        return ascii.length() <= length ? ascii : ascii.substring(0, length);
    }
}
