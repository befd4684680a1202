package podo.payment.charge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes what claims to come from the bank. Anybody can post here, so nothing is believed: it is a reason to look. */
@RestController
class WebhookController {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Hook(@Nullable String eventType, @Nullable Data data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Data(
            @Nullable String orderId,
            @Nullable String paymentKey,
            @Nullable String status) {}

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** 200 once it is stored. */
    @PostMapping("/api/payments/webhooks/toss")
    void hear(@RequestBody Hook hook) {
        Data data = hook.data();
        webhooks.store(
                text(data == null ? null : data.orderId(), 64),
                text(data == null ? null : data.paymentKey(), 200),
                text(hook.eventType(), 60),
                text(data == null ? null : data.status(), 40));
    }

    private static String text(@Nullable String claimed, int length) {
        String ascii = claimed == null ? "" : claimed.replaceAll("[^!-~]", "?");
        return ascii.length() <= length ? ascii : ascii.substring(0, length);
    }
}
