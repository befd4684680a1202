package podo.inventory.hold.sale;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import podo.inventory.area.AreaAnnouncer;
import podo.inventory.area.AreaShort;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldSettings;
import podo.inventory.seat.SeatChange;
import podo.inventory.seat.SeatChangePublisher;
import podo.starter.bots.BotGuard;

/**
 * Consumes messages about payments. A duplicate changes nothing: an order is settled once on its hold, and only seats that the
 * order still owns are returned.
 */
@Component
@KafkaListener(topics = PaymentMessage.TOPIC, groupId = "inventory")
public class PaymentListener {

    private static final Logger log = LoggerFactory.getLogger(PaymentListener.class);

    /** Returned seats stay unavailable for at least this fraction of the time within which they come back. */
    private static final int HEAD_START = 6;

    private final SeatSales sales;
    private final SeatReturns returns;
    private final SeatChangePublisher seatChanges;
    private final AreaAnnouncer areas;
    private final BotGuard bots;
    private final HoldSettings settings;
    private final Clock clock;

    PaymentListener(
            SeatSales sales,
            SeatReturns returns,
            SeatChangePublisher seatChanges,
            AreaAnnouncer areas,
            BotGuard bots,
            HoldSettings settings,
            Clock clock) {
        this.sales = sales;
        this.returns = returns;
        this.seatChanges = seatChanges;
        this.areas = areas;
        this.bots = bots;
        this.settings = settings;
        this.clock = clock;
    }

    @KafkaHandler
    public void approved(PaymentApproved paid) {
        try {
            Optional<Hold> sold = sales.sell(paid);
            sold.ifPresent(hold -> {
                seatChanges.publish(hold.eventId(), SeatChange.all(hold.seatIds(), SeatState.SOLD, null));
                areas.announce(hold.eventId(), hold.areaIds());
                bots.forgiveLapses(hold.fanId());
            });
        } catch (SeatSales.SeatsGone | AreaShort | DuplicateKeyException e) {
            log.warn("Order {} is paid but its seats are gone; payment will refund it", paid.orderId());
            sales.recordLost(paid);
            seatChanges.publishReload(paid.eventId());
        }
    }

    @KafkaHandler
    public void cancelled(PaymentCancelled refunded) {
        Instant availableAt = clock.instant().plus(randomDelay(settings.returnWithin()));
        SeatReturns.ReturnedSeats returned = returns.returnSeats(refunded, availableAt);
        seatChanges.publish(refunded.eventId(), SeatChange.all(returned.seatIds(), SeatState.HELD, availableAt));
        areas.announce(refunded.eventId(), returned.areaIds());
    }

    @KafkaHandler(isDefault = true)
    void ignore(Object other) {}

    /** Random, so that nobody can predict it; never before fans who asked for a notification got it. */
    private static Duration randomDelay(Duration within) {
        long least = within.toMillis() / HEAD_START;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(least, within.toMillis() + 1));
    }
}
