package podo.reservation.booking.giveback;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import podo.reservation.booking.giveback.InventoryGiveBackClient.Result;
import podo.reservation.booking.giveback.store.GiveBack;
import podo.reservation.booking.giveback.store.GiveBack.End;
import podo.reservation.booking.giveback.store.GiveBackOffers;
import podo.reservation.booking.giveback.store.GiveBacks;

/**
 * Ends give-backs before a sale. One that was never offered to anybody ends here, with its row locked; any other may be paid at this moment, and
 * the inventory decides.
 */
@Component
class GiveBackEnds {

    enum Ended {
        ENDED,
        PAYMENT_RUNNING,
        SOLD
    }

    private final GiveBacks giveBacks;
    private final GiveBackOffers offers;
    private final InventoryGiveBackClient inventory;
    private final TransactionTemplate transaction;

    GiveBackEnds(
            GiveBacks giveBacks,
            GiveBackOffers offers,
            InventoryGiveBackClient inventory,
            TransactionTemplate transaction) {
        this.giveBacks = giveBacks;
        this.offers = offers;
        this.inventory = inventory;
        this.transaction = transaction;
    }

    /** @param force also while a fan is paying, who is refunded then */
    Ended end(GiveBack given, End end, boolean force) {
        if (Boolean.TRUE.equals(transaction.execute(commit -> endUnoffered(given.id(), end)))) {
            return Ended.ENDED;
        }
        return switch (inventory.withdraw(given.id(), force).result()) {
            case SOLD -> Ended.SOLD;
            case PAYMENT_RUNNING -> Ended.PAYMENT_RUNNING;
            default -> {
                transaction.executeWithoutResult(commit -> {
                    giveBacks.lock(given.id());
                    giveBacks.end(given.id(), end, true);
                    offers.endOf(given.id(), GiveBackOffers.End.WITHDRAWN);
                });
                yield Ended.ENDED;
            }
        };
    }

    /**
     * Ends it without the inventory, which is told later; false when a fan to whom the seat was offered has booked it: that one may have paid, and
     * only the inventory knows.
     */
    boolean endUnbooked(GiveBack given, End end) {
        return Boolean.TRUE.equals(transaction.execute(commit -> {
            GiveBack now = giveBacks.lock(given.id()).orElseThrow();
            if (now.isOpen() && giveBacks.isBooked(now.id())) {
                return false;
            }
            giveBacks.end(now.id(), end, false);
            offers.endOf(now.id(), GiveBackOffers.End.WITHDRAWN);
            return true;
        }));
    }

    private boolean endUnoffered(String id, End end) {
        GiveBack now = giveBacks.lock(id).orElseThrow();
        if (now.isOpen() && now.offers() == 0) {
            giveBacks.end(id, end, false);
            return true;
        }
        return now.end() != null && now.end() != End.SOLD;
    }

    /** Tells the inventory of one that ended without it. */
    void settle(GiveBack given) {
        if (inventory.withdraw(given.id(), true).result() != Result.PAYMENT_RUNNING) {
            giveBacks.markSettled(given.id());
        }
    }
}
