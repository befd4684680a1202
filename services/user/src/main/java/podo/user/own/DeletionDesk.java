package podo.user.own;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.user.AccountDeleted;
import podo.outbox.Outbox;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;
import podo.user.account.AccountChanges;
import podo.user.account.AccountDirectory;
import podo.user.mail.AccountMails;
import podo.user.team.TeamDesk;
import podo.user.token.LogIns;

/**
 * Deletes an account for its owner: what names the person goes, the number stays, because bookings, payments and the ledger name it. Tickets
 * that are paid stay valid at the door; a hold that is not paid lapses by itself.
 */
@Service
class DeletionDesk {

    private final AccountDirectory accounts;
    private final AccountChanges changes;
    private final AccountMails mails;
    private final LogIns logIns;
    private final TeamDesk teams;
    private final Outbox outbox;

    DeletionDesk(
            AccountDirectory accounts,
            AccountChanges changes,
            AccountMails mails,
            LogIns logIns,
            TeamDesk teams,
            Outbox outbox) {
        this.accounts = accounts;
        this.changes = changes;
        this.mails = mails;
        this.logIns = logIns;
        this.teams = teams;
        this.outbox = outbox;
    }

    @Transactional
    public void delete(long id) {
        Fan owner = accounts.find(id).orElseThrow(NotFound::new).fan();
        if (owner.isOperator() || teams.isOnlyOwnerOfSome(id)) {
            throw new RoleAccount();
        }
        teams.leaveAll(id);
        mails.forget(id);
        logIns.forget(id);
        changes.delete(id);
        outbox.send(new AccountDeleted(id));
    }
}
