package podo.user.own;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import podo.contracts.user.AccountDeleted;
import podo.outbox.Outbox;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;
import podo.user.account.AccountChanges;
import podo.user.account.AccountDirectory;
import podo.user.team.TeamDesk;

/**
 * Deletes an account for its owner: what names the person goes, the number stays, because bookings, payments and the ledger name it. Tickets
 * that are paid stay valid at the door; a hold that is not paid lapses by itself. Door staff are deleted like everybody: check-ins keep the
 * number. An organiser is deleted once no event needs somebody who answers for it, an operator never.
 */
@Service
class DeletionDesk {

    private final AccountDirectory accounts;
    private final AccountChanges changes;
    private final AccountTraces traces;
    private final LiveEventsClient events;
    private final TeamDesk teams;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    DeletionDesk(
            AccountDirectory accounts,
            AccountChanges changes,
            AccountTraces traces,
            LiveEventsClient events,
            TeamDesk teams,
            Outbox outbox,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.changes = changes;
        this.traces = traces;
        this.events = events;
        this.teams = teams;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** Asks the event service before the transaction; while that is away, no organiser is deleted. */
    void delete(long id) {
        Fan owner = accounts.find(id).orElseThrow(NotFound::new).fan();
        if (owner.isOperator()) {
            throw new RoleAccount();
        }
        // throws LastOwner for a team with others
        if (teams.ownedAlone(id).stream()
                .anyMatch(team -> !events.liveEvents(team).isEmpty())) {
            throw new LiveEvents();
        }
        transaction.executeWithoutResult(commit -> {
            teams.leaveAll(id);
            traces.forget(id);
            changes.delete(id);
            outbox.send(new AccountDeleted(id));
        });
    }
}
