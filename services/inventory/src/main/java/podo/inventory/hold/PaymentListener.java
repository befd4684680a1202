package podo.inventory.hold;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.SeatState;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.payment.PaymentCancelled;
import podo.contracts.payment.PaymentMessage;
import podo.inventory.seat.SeatChange;
import podo.inventory.seat.SeatChangePublisher;

/**
 * Hears what became of payments. Hearing it twice is harmless: an order is settled once on its hold, and only seats that
 * the order still owns go back.
 */
@Component
@KafkaListener(topics = PaymentMessage.TOPIC, groupId = "inventory")
class PaymentListener {

    private static final Logger log = LoggerFactory.getLogger(PaymentListener.class);

    /** The part of the time within which seats go out that passes before any does. */
    private static final int HEAD_START = 6;

    private final SeatSales sales;
    private final SeatChangePublisher news;
    private final HoldSettings settings;
    private final Clock clock;

    PaymentListener(SeatSales sales, SeatChangePublisher news, HoldSettings settings, Clock clock) {
        this.sales = sales;
        this.news = news;
        this.settings = settings;
        this.clock = clock;
    }

    @KafkaHandler
    void approved(PaymentApproved paid) {
        try {
            Optional<Hold> sold = sales.sell(paid);
            sold.ifPresent(hold -> news.tell(hold.eventId(), SeatChange.all(hold.seatIds(), SeatState.SOLD, null)));
        } catch (SeatSales.Gone | DuplicateKeyException e) {
            log.warn("Order {} is paid but its seats are gone, the money goes back", paid.orderId());
            sales.lose(paid);
            news.everythingChanged(paid.eventId());
        }
    }

    @KafkaHandler
    void cancelled(PaymentCancelled refunded) {
        Instant outAt = clock.instant().plus(someOf(settings.returnWithin()));
        List<Long> returned = sales.takeBack(refunded, outAt);
        news.tell(refunded.eventId(), SeatChange.all(returned, SeatState.HELD, outAt));
    }

    @KafkaHandler(isDefault = true)
    void other(Object ignored) {}

    /** A random moment, so that nobody learns when to come; but those who asked to be told get a head start. */
    private static Duration someOf(Duration most) {
        long soonest = most.toMillis() / HEAD_START;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(soonest, most.toMillis() + 1));
    }
}
