package podo.event.action;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import podo.contracts.team.TeamActionDone;
import podo.outbox.Outbox;

/** Sends actions to the log: both, the change and its entry, or neither. */
@Component
public class TeamActions {

    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TeamActions(Outbox outbox, TransactionTemplate transaction, Clock clock) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param action of the change's result; null when nothing has changed */
    public <T> T record(Supplier<T> change, Function<T, @Nullable TeamAction> action) {
        return transaction.execute(commit -> {
            T result = change.get();
            TeamAction done = action.apply(result);
            if (done != null) {
                outbox.send(new TeamActionDone(
                        "event",
                        UUID.randomUUID().toString(),
                        done.teamId(),
                        done.eventId(),
                        done.accountId(),
                        done.what(),
                        done.detail(),
                        clock.instant()));
            }
            return result;
        });
    }
}
