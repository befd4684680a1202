package podo.tosssimulator.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import podo.tosssimulator.api.TossPayment;
import podo.tosssimulator.clock.SimulatorClock;
import podo.tosssimulator.fault.FaultKind;
import podo.tosssimulator.fault.Faults;
import podo.tosssimulator.money.Payment;
import podo.tosssimulator.money.PaymentChanged;
import podo.tosssimulator.money.PaymentStatus;
import tools.jackson.databind.json.JsonMapper;

/** Decides what the shop is told, how often and when. That opening the window is not told is an assumption. */
@Component
class Webhooks {

    private static final DateTimeFormatter CREATED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneId.of("Asia/Seoul"));
    private static final Duration OVERTAKEN = Duration.ofSeconds(2);

    private final Faults faults;
    private final Postman postman;
    private final SimulatorClock clock;
    private final JsonMapper json;

    Webhooks(Faults faults, Postman postman, SimulatorClock clock, JsonMapper json) {
        this.faults = faults;
        this.postman = postman;
        this.clock = clock;
        this.json = json;
    }

    @EventListener
    void tell(PaymentChanged changed) {
        Payment payment = changed.payment();
        if (payment.status() == PaymentStatus.IN_PROGRESS) {
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
            postman.send(Delivery.of(payment.paymentKey(), body, now));
        }
        if (faults.strikesWebhook(order, FaultKind.WEBHOOK_EARLY)) {
            postman.sendAndWait(Delivery.of(payment.paymentKey(), body, now));
        } else if (faults.strikesWebhook(order, FaultKind.WEBHOOK_REORDERED)) {
            postman.send(Delivery.of(payment.paymentKey(), body, now.plus(OVERTAKEN)));
        } else {
            postman.send(Delivery.of(payment.paymentKey(), body, now));
        }
    }

    private void beforeTheRedirect(Payment payment) {
        if (faults.strikesWebhook(payment.orderId(), FaultKind.WEBHOOK_FORGED)) {
            String lie = body(payment, PaymentStatus.DONE.name());
            postman.sendAndWait(Delivery.of(payment.paymentKey(), lie, clock.instant()));
        }
    }

    private String body(Payment payment, String status) {
        String data = json.writeValueAsString(TossPayment.of(payment));
        Map<String, Object> told = json.readValue(data, Map.class);
        told.put("status", status);
        return json.writeValueAsString(Map.of(
                "eventType", "PAYMENT_STATUS_CHANGED", "createdAt", CREATED.format(clock.instant()), "data", told));
    }
}
