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

/** Decides what the shop is told, how often and when. That opening the window is not told is an assumption. */
@Component
class WebhookSchedule {

    private static final DateTimeFormatter CREATED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneId.of("Asia/Seoul"));
    private static final Duration OVERTAKEN = Duration.ofSeconds(2);

    private final Faults faults;
    private final WebhookSender postman;
    private final SimulatorClock clock;
    private final JsonMapper json;

    WebhookSchedule(Faults faults, WebhookSender postman, SimulatorClock clock, JsonMapper json) {
        this.faults = faults;
        this.postman = postman;
        this.clock = clock;
        this.json = json;
    }

    @EventListener
    void tell(PaymentChanged changed) {
        SimulatedPayment payment = changed.payment();
        if (payment.status() == TossStatus.IN_PROGRESS) {
            beforeTheRedirect(payment);
            return;
        }
        String order = payment.orderId();
        if (faults.strikesWebhook(order, FaultKind.WEBHOOK_LOST)) {
            return;
        }
        Instant now = clock.instant();
        String body = body(payment, payment.status().name());
        if (faults.strikesWebhook(order, FaultKind.WEBHOOK_DUPLICATED)) {
            postman.send(WebhookDelivery.of(payment.paymentKey(), body, now));
        }
        if (faults.strikesWebhook(order, FaultKind.WEBHOOK_EARLY)) {
            postman.sendAndWait(WebhookDelivery.of(payment.paymentKey(), body, now));
        } else if (faults.strikesWebhook(order, FaultKind.WEBHOOK_REORDERED)) {
            postman.send(WebhookDelivery.of(payment.paymentKey(), body, now.plus(OVERTAKEN)));
        } else {
            postman.send(WebhookDelivery.of(payment.paymentKey(), body, now));
        }
    }

    private void beforeTheRedirect(SimulatedPayment payment) {
        if (faults.strikesWebhook(payment.orderId(), FaultKind.WEBHOOK_FORGED)) {
            String lie = body(payment, TossStatus.DONE.name());
            postman.sendAndWait(WebhookDelivery.of(payment.paymentKey(), lie, clock.instant()));
        }
    }

    private String body(SimulatedPayment payment, String status) {
        String data = json.writeValueAsString(TossPaymentBody.of(payment));
        Map<String, Object> told = json.readValue(data, Map.class);
        told.put("status", status);
        return json.writeValueAsString(Map.of(
                "eventType", "PAYMENT_STATUS_CHANGED", "createdAt", CREATED.format(clock.instant()), "data", told));
    }
}
