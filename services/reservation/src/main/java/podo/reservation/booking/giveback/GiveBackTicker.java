package podo.reservation.booking.giveback;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import podo.reservation.booking.giveback.store.GiveBack;
import podo.reservation.booking.giveback.store.GiveBack.End;
import podo.reservation.booking.giveback.store.GiveBackOffers;
import podo.reservation.booking.giveback.store.GiveBacks;
import podo.reservation.booking.giveback.store.SeatOfferMade;
import podo.reservation.booking.hold.HoldLookup;
import podo.reservation.booking.hold.HoldState;
import podo.reservation.show.KnownShows;

/**
 * Brings give-backs forward: tells the inventory, ends what is over, and offers seats to the next fan. Every instance does it, and each step can
 * be repeated: rows are locked where something is decided, and the inventory answers the same call with the same answer.
 */
@Component
class GiveBackTicker {

    private static final Logger log = LoggerFactory.getLogger(GiveBackTicker.class);

    private final GiveBacks giveBacks;
    private final GiveBackOffers offers;
    private final GiveBackOpening opening;
    private final GiveBackEnds ends;
    private final SeatOffering offering;
    private final HoldLookup holds;
    private final KnownShows shows;

    GiveBackTicker(
            GiveBacks giveBacks,
            GiveBackOffers offers,
            GiveBackOpening opening,
            GiveBackEnds ends,
            SeatOffering offering,
            HoldLookup holds,
            KnownShows shows) {
        this.giveBacks = giveBacks;
        this.offers = offers;
        this.opening = opening;
        this.ends = ends;
        this.offering = offering;
        this.holds = holds;
        this.shows = shows;
    }

    @Scheduled(fixedDelayString = "${podo.give-back.every:2s}")
    void tick() {
        each(giveBacks.findUnopened(), opening::openIfAvailable);
        each(giveBacks.findOverdue(), this::endOverdue);
        each(giveBacks.findUnsettled(), ends::settle);
        endLapsed();
        each(offers.findUnheld(), offering::hold);
        each(giveBacks.findUnclaimed(), offering::offerToNext);
    }

    /** A payment that is under way at the end of the sale is waited for; one for a cancelled show is not. */
    private void endOverdue(GiveBack given) {
        boolean cancelled =
                shows.find(given.eventId()).filter(show -> show.cancelled()).isPresent();
        ends.end(given, cancelled ? End.EVENT_CANCELLED : End.TIME_OVER, cancelled);
    }

    private void endLapsed() {
        List<SeatOfferMade> held = offers.findHeld();
        Map<String, HoldState> states =
                holds.findStatesIfAvailable(held.stream().map(SeatOfferMade::id).toList());
        each(held, offer -> {
            HoldState hold = states.get(offer.id());
            if (hold != null && (hold.isReleased() || hold.status().equals("LAPSED"))) {
                offers.end(offer.id(), GiveBackOffers.End.LAPSED);
            }
        });
    }

    /** One that fails is tried again at the next tick and does not stop the others. */
    private static <T> void each(List<T> all, Consumer<T> work) {
        for (T one : all) {
            try {
                work.accept(one);
            } catch (RestClientException | DataAccessException | IllegalStateException e) {
                log.warn("{} is tried again: {}", one, e.toString());
            }
        }
    }
}
