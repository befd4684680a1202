package podo.user.own;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import podo.starter.problem.NotFound;
import podo.user.account.AccountChanges;
import podo.user.account.AccountDirectory;
import podo.user.account.Profile;
import podo.user.guard.PasswordProof;
import podo.user.mail.AccountMailKind;
import podo.user.mail.AccountMails;
import podo.user.token.LogIns;

/** Changes an account for its owner. A change that would lock the owner out asks for the password, and counts wrong ones like log-ins. */
@Service
class OwnAccountDesk {

    private final AccountDirectory accounts;
    private final AccountChanges changes;
    private final AccountMails mails;
    private final LogIns logIns;
    private final PasswordProof proof;
    private final TransactionTemplate transaction;

    OwnAccountDesk(
            AccountDirectory accounts,
            AccountChanges changes,
            AccountMails mails,
            LogIns logIns,
            PasswordProof proof,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.changes = changes;
        this.mails = mails;
        this.logIns = logIns;
        this.proof = proof;
        this.transaction = transaction;
    }

    Profile find(long id) {
        return accounts.find(id).orElseThrow(NotFound::new);
    }

    Profile rename(long id, String name, String language) {
        return transaction.execute(commit -> changes.rename(id, name.strip(), language));
    }

    /** Ends every other log-in. @param address of the client @param logIn the caller's own */
    void changePassword(long id, String current, String password, String address, @Nullable String logIn) {
        Profile account = find(id);
        proof.require(account, current, "current", address);
        String hash = accounts.hashOf(password, account);
        transaction.executeWithoutResult(commit -> {
            changes.changePassword(id, hash);
            logIns.endOthers(id, logIn);
            mails.request(id, AccountMailKind.PASSWORD_CHANGED, account.email());
        });
    }

    /** Sends a link to the new address; the account has the old one until that is opened. */
    void askToMoveTo(long id, String email, String password, String address) {
        Profile account = find(id);
        proof.require(account, password, "password", address);
        transaction.executeWithoutResult(commit -> {
            changes.requireFree(id, email);
            mails.request(id, AccountMailKind.CHANGE_ADDRESS, email);
        });
    }

    void askForConfirmation(long id) {
        Profile account = find(id);
        if (!account.emailConfirmed()) {
            transaction.executeWithoutResult(
                    commit -> mails.request(id, AccountMailKind.CONFIRM_ADDRESS, account.email()));
        }
    }
}
