package podo.user.own;

import org.springframework.stereotype.Component;
import podo.user.mail.AccountMails;
import podo.user.passkey.Passkeys;
import podo.user.token.LogIns;

/** What this service keeps about an account beside the account itself, for its deletion. */
@Component
class AccountTraces {

    private final AccountMails mails;
    private final LogIns logIns;
    private final Passkeys passkeys;

    AccountTraces(AccountMails mails, LogIns logIns, Passkeys passkeys) {
        this.mails = mails;
        this.logIns = logIns;
        this.passkeys = passkeys;
    }

    /** Within its caller's transaction. */
    void forget(long accountId) {
        mails.forget(accountId);
        logIns.forget(accountId);
        passkeys.forget(accountId);
    }
}
