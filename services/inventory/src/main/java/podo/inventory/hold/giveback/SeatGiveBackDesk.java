package podo.inventory.hold.giveback;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.SeatIds;
import podo.inventory.hold.giveback.GiveBackTransactions.Claimed;
import podo.inventory.hold.giveback.GiveBackTransactions.Result;
import podo.inventory.hold.giveback.GiveBackTransactions.Withdrawn;
import podo.inventory.seat.Halls;

/** Runs the transactions of give-backs, again when two of them met. */
@Component
class SeatGiveBackDesk {

    private static final int ATTEMPTS = 5;

    private final GiveBackTransactions transactions;
    private final GiveBackRows rows;
    private final Halls halls;

    SeatGiveBackDesk(GiveBackTransactions transactions, GiveBackRows rows, Halls halls) {
        this.transactions = transactions;
        this.rows = rows;
        this.halls = halls;
    }

    Result open(GiveBackRequest request) {
        return repeatedly(() -> transactions.open(request));
    }

    Claimed claim(String id, ClaimRequest request) {
        SeatGiveBack given = rows.find(id).orElse(null);
        if (given == null) {
            return new Claimed(Result.OVER, null);
        }
        Long area = areaOf(given);
        return repeatedly(() -> transactions.claim(id, request, halls.latest(given.eventId()), area));
    }

    private @Nullable Long areaOf(SeatGiveBack given) {
        return SeatIds.isPlace(given.seatId()) ? rows.areaOf(given.seatId()) : null;
    }

    Withdrawn withdraw(String id, boolean force) {
        return repeatedly(() -> transactions.withdraw(id, force));
    }

    private static <T> T repeatedly(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (ConcurrencyFailureException | DuplicateKeyException met) {
                if (attempt == ATTEMPTS) {
                    throw met;
                }
            }
        }
    }
}
