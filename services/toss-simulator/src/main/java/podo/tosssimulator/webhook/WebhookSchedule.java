package podo.tosssimulator.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import podo.tosssimulator.api.TossPaymentBody;
import podo.tosssimulator.clock.SimulatorClock;
import podo.tosssimulator.fault.FaultKind;
import podo.tosssimulator.fault.Faults;
import podo.tosssimulator.money.PaymentChanged;
import podo.tosssimulator.money.SimulatedPayment;
import podo.tosssimulator.money.TossStatus;
import tools.jackson.databind.json.JsonMapper;

/** Decides which webhooks are sent, when and how often. That opening the window sends none is an assumption. */
@Component
class WebhookSchedule {

    private static final DateTimeFormatter CREATED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneId.of("Asia/Seoul"));
    private static final Duration REORDER_DELAY = Duration.ofSeconds(2);

    private final Faults faults;
    private final WebhookSender sender;
    private final SimulatorClock clock;
    private final JsonMapper json;

    WebhookSchedule(Faults faults, WebhookSender sender, SimulatorClock clock, JsonMapper json) {
        this.faults = faults;
        this.sender = sender;
        this.clock = clock;
        this.json = json;
    }

    @EventListener
    void on(PaymentChanged event) {
        SimulatedPayment payment = event.payment();
        if (payment.status() == TossStatus.IN_PROGRESS) {
            sendForged(payment);
            return;
        }
        String order = payment.orderId();
        if (faults.takeForWebhook(order, FaultKind.WEBHOOK_LOST)) {
            return;
        }
        Instant now = clock.instant();
        String body = body(payment, payment.status().name());
        if (faults.takeForWebhook(order, FaultKind.WEBHOOK_DUPLICATED)) {
            sender.send(WebhookDelivery.of(payment.paymentKey(), body, now));
        }
        if (faults.takeForWebhook(order, FaultKind.WEBHOOK_EARLY)) {
            sender.sendAndWait(WebhookDelivery.of(payment.paymentKey(), body, now));
        } else if (faults.takeForWebhook(order, FaultKind.WEBHOOK_REORDERED)) {
            sender.send(WebhookDelivery.of(payment.paymentKey(), body, now.plus(REORDER_DELAY)));
        } else {
            sender.send(WebhookDelivery.of(payment.paymentKey(), body, now));
        }
    }

    private void sendForged(SimulatedPayment payment) {
        if (faults.takeForWebhook(payment.orderId(), FaultKind.WEBHOOK_FORGED)) {
            String forged = body(payment, TossStatus.DONE.name());
            sender.sendAndWait(WebhookDelivery.of(payment.paymentKey(), forged, clock.instant()));
        }
    }

    private String body(SimulatedPayment payment, String status) {
        String data = json.writeValueAsString(TossPaymentBody.of(payment));
        Map<String, Object> fields = json.readValue(data, Map.class);
        fields.put("status", status);
        return json.writeValueAsString(Map.of(
                "eventType", "PAYMENT_STATUS_CHANGED", "createdAt", CREATED.format(clock.instant()), "data", fields));
    }
}
