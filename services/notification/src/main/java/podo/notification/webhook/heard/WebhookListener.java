package podo.notification.webhook.heard;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import podo.contracts.door.TicketCheckInUndone;
import podo.contracts.door.TicketCheckedIn;
import podo.contracts.event.EventCancelled;
import podo.contracts.event.EventChanged;
import podo.contracts.event.EventMessage;
import podo.contracts.event.EventPublished;
import podo.contracts.event.Show;
import podo.contracts.inventory.InventoryMessage;
import podo.contracts.inventory.SeatsSold;
import podo.contracts.payment.PaymentCancelled;
import podo.contracts.payment.PaymentMessage;
import podo.contracts.reservation.BookingCancelled;
import podo.notification.facts.FactFinder;
import podo.notification.facts.FactsAway;
import podo.notification.facts.OrderFacts;
import podo.notification.webhook.WebhookType;

/**
 * Hears what webhooks can be told. A repeated message makes a row with the id of one that is there, which changes nothing. It has a group of its own,
 * so that waiting for reservation here delays no mail.
 */
@Component
@KafkaListener(
        topics = {EventMessage.TOPIC, InventoryMessage.TOPIC, PaymentMessage.TOPIC, BookingCancelled.TOPIC},
        groupId = "${spring.application.name}-webhooks")
class WebhookListener {

    private final TeamsOfEvents teams;
    private final WebhookFanOut fanOut;
    private final FactFinder facts;

    WebhookListener(TeamsOfEvents teams, WebhookFanOut fanOut, FactFinder facts) {
        this.teams = teams;
        this.fanOut = fanOut;
        this.facts = facts;
    }

    @KafkaHandler
    public void on(EventPublished message, @Header(KafkaHeaders.RECEIVED_TIMESTAMP) long at) {
        long team = message.show().organiserId();
        teams.remember(message.eventId(), team);
        fanOut.tell(
                team,
                WebhookType.EVENT_PUBLISHED,
                Long.toString(message.eventId()),
                Instant.ofEpochMilli(at),
                () -> show(message.eventId(), message.show()));
    }

    /** Once for each revision of the show. */
    @KafkaHandler
    public void on(EventChanged message, @Header(KafkaHeaders.RECEIVED_TIMESTAMP) long at) {
        long team = message.show().organiserId();
        teams.remember(message.eventId(), team);
        fanOut.tell(
                team,
                WebhookType.EVENT_CHANGED,
                message.eventId() + ":" + message.show().revision(),
                Instant.ofEpochMilli(at),
                () -> {
                    Map<String, Object> data = show(message.eventId(), message.show());
                    data.put(
                            "told",
                            message.change() == null
                                    ? List.of()
                                    : message.change().fields());
                    return data;
                });
    }

    @KafkaHandler
    public void on(EventCancelled message, @Header(KafkaHeaders.RECEIVED_TIMESTAMP) long at) {
        tell(
                message.eventId(),
                WebhookType.EVENT_CANCELLED,
                Long.toString(message.eventId()),
                at,
                Map.of("eventId", message.eventId(), "reason", message.reason()));
    }

    /** Paid, and its seats are sold: an order whose seats were lost is paid back instead. */
    @KafkaHandler
    public void on(SeatsSold message, @Header(KafkaHeaders.RECEIVED_TIMESTAMP) long at) {
        teams.find(message.eventId())
                .ifPresent(team -> fanOut.tell(
                        team,
                        WebhookType.ORDER_PAID,
                        message.orderId(),
                        Instant.ofEpochMilli(at),
                        () -> paid(message)));
    }

    /** An order that was closed unpaid brings nothing back. */
    @KafkaHandler
    public void on(PaymentCancelled message, @Header(KafkaHeaders.RECEIVED_TIMESTAMP) long at) {
        if (message.amount() > 0) {
            tell(
                    message.eventId(),
                    WebhookType.ORDER_REFUNDED,
                    message.cancellationId(),
                    at,
                    Map.of(
                            "orderId", message.orderId(),
                            "reservationId", message.reservationId(),
                            "eventId", message.eventId(),
                            "cancellationId", message.cancellationId(),
                            "seatIds", message.seatIds(),
                            "amount", message.amount(),
                            "remaining", message.remaining()));
        }
    }

    /** Once for each check-in. */
    @KafkaHandler
    public void on(TicketCheckedIn message, @Header(KafkaHeaders.RECEIVED_TIMESTAMP) long at) {
        tell(
                message.eventId(),
                WebhookType.TICKET_CHECKED_IN,
                message.checkInId(),
                at,
                entry(
                        message.checkInId(),
                        message.orderId(),
                        message.eventId(),
                        message.ticketId(),
                        message.seatId(),
                        message.gate(),
                        message.at()));
    }

    /** Once for each check-in that was told. */
    @KafkaHandler
    public void on(TicketCheckInUndone message, @Header(KafkaHeaders.RECEIVED_TIMESTAMP) long at) {
        tell(
                message.eventId(),
                WebhookType.TICKET_CHECK_IN_UNDONE,
                message.checkInId(),
                at,
                entry(
                        message.checkInId(),
                        message.orderId(),
                        message.eventId(),
                        message.ticketId(),
                        message.seatId(),
                        message.gate(),
                        message.at()));
    }

    private static Map<String, Object> entry(
            String checkInId, String orderId, long eventId, long ticketId, long seatId, String gate, Instant at) {
        return Map.of(
                "checkInId", checkInId,
                "orderId", orderId,
                "eventId", eventId,
                "ticketId", ticketId,
                "seatId", seatId,
                "gate", gate,
                "at", at);
    }

    @KafkaHandler(isDefault = true)
    public void ignore(Object other) {}

    private void tell(long eventId, WebhookType type, String fact, long at, Map<String, Object> data) {
        teams.find(eventId).ifPresent(team -> fanOut.tell(team, type, fact, Instant.ofEpochMilli(at), () -> data));
    }

    private Map<String, Object> paid(SeatsSold message) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("orderId", message.orderId());
        data.put("eventId", message.eventId());
        data.put("seatIds", message.seatIds());
        order(message.orderId()).ifPresent(order -> {
            data.put("reservationId", order.booking().id());
            data.put("amount", order.booking().amount());
        });
        return data;
    }

    private Optional<OrderFacts> order(String orderId) {
        try {
            return facts.order(orderId);
        } catch (FactsAway e) {
            throw new ResourceAccessException(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Object> show(long eventId, Show show) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("eventId", eventId);
        data.put("title", show.title());
        data.put("venue", show.venue());
        data.put("startsAt", show.startsAt());
        data.put("onSaleAt", show.onSaleAt());
        data.put("salesEndAt", show.salesEndAt());
        return data;
    }
}
