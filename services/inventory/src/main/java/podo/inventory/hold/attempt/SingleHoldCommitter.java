package podo.inventory.hold.attempt;

import java.util.List;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import podo.inventory.area.AreaShort;
import podo.inventory.hold.HoldDraft;
import podo.inventory.hold.store.Holds;
import podo.inventory.hold.strategy.HoldStrategySelector;
import podo.inventory.seat.Hall;

/** Commits each hold in a transaction of its own. */
@Component
class SingleHoldCommitter implements HoldCommitter {

    private final HoldTransactions transactions;
    private final Holds holds;
    private final HoldStrategySelector strategies;

    SingleHoldCommitter(HoldTransactions transactions, Holds holds, HoldStrategySelector strategies) {
        this.transactions = transactions;
        this.holds = holds;
        this.strategies = strategies;
    }

    /** Every attempt for a draft writes the same hold id, so a hold whose commit got no answer is found and not made twice. */
    @Override
    public boolean commit(HoldDraft draft, Hall hall, boolean withRivals) {
        try {
            return !transactions.open(List.of(draft), hall, strategies.judge()).isEmpty();
        } catch (RuntimeException e) {
            if (isRolledBack(e) || e instanceof CannotCreateTransactionException || !isCommitted(draft, e)) {
                throw e;
            }
            return true;
        }
    }

    private boolean isCommitted(HoldDraft draft, RuntimeException failure) {
        try {
            return !holds.findExisting(List.of(draft.hold().id())).isEmpty();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
            return false;
        }
    }

    /** Whether the failure says for certain that nothing was committed. */
    static boolean isRolledBack(Throwable failure) {
        return failure instanceof HoldNotAwarded
                || failure instanceof AreaShort
                || failure instanceof ConcurrencyFailureException;
    }
}
