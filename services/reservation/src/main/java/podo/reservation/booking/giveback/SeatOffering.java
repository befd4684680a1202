package podo.reservation.booking.giveback;

import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import podo.reservation.booking.giveback.store.GiveBack;
import podo.reservation.booking.giveback.store.GiveBack.End;
import podo.reservation.booking.giveback.store.GiveBackOffers;
import podo.reservation.booking.giveback.store.GiveBacks;
import podo.reservation.booking.giveback.store.SeatAskers;
import podo.reservation.booking.giveback.store.SeatOfferMade;

/** Offers a seat to the next fan who asked: first the row that names the fan, then the hold in the inventory, which has the row's id. */
@Component
class SeatOffering {

    private final GiveBacks giveBacks;
    private final GiveBackOffers offers;
    private final SeatAskers askers;
    private final InventoryGiveBackClient inventory;
    private final GiveBackSettings settings;
    private final SeatOfferNews news;
    private final TransactionTemplate transaction;

    SeatOffering(
            GiveBacks giveBacks,
            GiveBackOffers offers,
            SeatAskers askers,
            InventoryGiveBackClient inventory,
            GiveBackSettings settings,
            SeatOfferNews news,
            TransactionTemplate transaction) {
        this.giveBacks = giveBacks;
        this.offers = offers;
        this.askers = askers;
        this.inventory = inventory;
        this.settings = settings;
        this.news = news;
        this.transaction = transaction;
    }

    void offerToNext(GiveBack given) {
        Optional<String> id;
        try {
            id = transaction.execute(commit -> insertNext(given.id()));
        } catch (DuplicateKeyException offeredMeanwhile) {
            return;
        }
        id.flatMap(offers::find).ifPresent(this::hold);
    }

    private Optional<String> insertNext(String giveBackId) {
        GiveBack given = giveBacks.lock(giveBackId).orElseThrow();
        if (!given.isOpen() || given.openedAt() == null) {
            return Optional.empty();
        }
        return askers.takeNext(given.eventId(), given.fanId()).map(fanId -> {
            String id = UUID.randomUUID().toString();
            offers.insert(id, given, fanId);
            return id;
        });
    }

    /** Has the seat held for the fan of this offer. */
    void hold(SeatOfferMade offer) {
        InventoryGiveBackClient.Answer answer = inventory.claim(
                offer.giveBackId(),
                new InventoryGiveBackClient.Claim(offer.id(), offer.fanId(), news.endOfNow(settings.offerTime())));
        switch (answer.result()) {
            case DONE -> news.tell(offer, answer.expiresAt());
            case TOO_MANY_SEATS -> offers.end(offer.id(), GiveBackOffers.End.NOT_POSSIBLE);
            default ->
                transaction.executeWithoutResult(commit -> {
                    // the fan has not had the seat for a moment, and keeps the place among those who asked
                    offers.end(offer.id(), GiveBackOffers.End.WITHDRAWN);
                    askers.putBack(offer.eventId(), offer.fanId());
                    if (answer.result() == InventoryGiveBackClient.Result.OVER) {
                        giveBacks.lock(offer.giveBackId());
                        giveBacks.end(offer.giveBackId(), End.NOT_OWNED, true);
                    }
                });
        }
    }
}
