package podo.reservation.booking.giveback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.reservation.SeatOffered;
import podo.outbox.Outbox;
import podo.reservation.booking.giveback.store.GiveBackOffers;
import podo.reservation.booking.giveback.store.SeatOfferMade;

/** Tells a fan once that a seat is held. */
@Component
class SeatOfferNews {

    private final GiveBackOffers offers;
    private final Outbox outbox;
    private final Clock clock;

    SeatOfferNews(GiveBackOffers offers, Outbox outbox, Clock clock) {
        this.offers = offers;
        this.outbox = outbox;
        this.clock = clock;
    }

    Instant endOfNow(Duration time) {
        return clock.instant().plus(time);
    }

    @Transactional
    public void tell(SeatOfferMade offer, @Nullable Instant expiresAt) {
        Instant end = Objects.requireNonNull(expiresAt);
        if (offers.markHeld(offer.id(), end)) {
            outbox.send(new SeatOffered(offer.id(), offer.giveBackId(), offer.eventId(), offer.fanId(), end));
        }
    }
}
