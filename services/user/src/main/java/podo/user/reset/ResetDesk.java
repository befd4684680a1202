package podo.user.reset;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import podo.user.account.AccountChanges;
import podo.user.account.AccountDirectory;
import podo.user.account.Profile;
import podo.user.mail.AccountMail;
import podo.user.mail.AccountMailKind;
import podo.user.mail.AccountMails;
import podo.user.mail.TokenInvalid;
import podo.user.token.LogIns;

/** Sets a new password by the token of a mail, and ends every log-in of the account with it. */
@Service
class ResetDesk {

    private final AccountMails mails;
    private final AccountDirectory accounts;
    private final AccountChanges changes;
    private final LogIns logIns;
    private final TransactionTemplate transaction;

    ResetDesk(
            AccountMails mails,
            AccountDirectory accounts,
            AccountChanges changes,
            LogIns logIns,
            TransactionTemplate transaction) {
        this.mails = mails;
        this.accounts = accounts;
        this.changes = changes;
        this.logIns = logIns;
        this.transaction = transaction;
    }

    /**
     * A password that breaks the rules leaves the token valid.
     *
     * @return the account
     */
    Profile reset(String token, String password) {
        Profile account = mails.look(token, AccountMailKind.RESET_PASSWORD)
                .flatMap(mail -> accounts.find(mail.accountId()))
                .orElseThrow(TokenInvalid::new);
        String hash = accounts.hashOf(password, account);
        transaction.executeWithoutResult(commit -> {
            AccountMail used = mails.use(token, AccountMailKind.RESET_PASSWORD).orElseThrow(TokenInvalid::new);
            changes.changePassword(account.id(), hash);
            changes.confirmEmail(account.id(), used.email());
            logIns.endOthers(account.id(), null);
            mails.request(account.id(), AccountMailKind.PASSWORD_CHANGED, account.email());
        });
        return account;
    }
}
