package podo.user.mail;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.user.account.AccountChanges;
import podo.user.account.AccountDirectory;
import podo.user.account.AccountOpened;
import podo.user.account.Profile;

/** Confirms addresses by the links of mails. Nothing waits for it: who has not confirmed an address buys like everybody. */
@Service
public class AddressConfirmation {

    private final AccountMails mails;
    private final AccountDirectory accounts;
    private final AccountChanges changes;

    AddressConfirmation(AccountMails mails, AccountDirectory accounts, AccountChanges changes) {
        this.mails = mails;
        this.accounts = accounts;
        this.changes = changes;
    }

    /** Within the transaction of the sign-up. */
    @EventListener
    void askForConfirmation(AccountOpened opened) {
        mails.request(opened.id(), AccountMailKind.CONFIRM_ADDRESS, opened.email());
    }

    /** Confirms the account's address, or makes a new one the account's and tells the old one. Throws {@link TokenInvalid}. */
    @Transactional
    public void confirm(String token) {
        var known = mails.use(token, AccountMailKind.CONFIRM_ADDRESS);
        if (known.isPresent()) {
            changes.confirmEmail(known.get().accountId(), known.get().email());
            return;
        }
        AccountMail moved = mails.use(token, AccountMailKind.CHANGE_ADDRESS).orElseThrow(TokenInvalid::new);
        Profile before = accounts.find(moved.accountId()).orElseThrow(TokenInvalid::new);
        changes.moveTo(moved.accountId(), moved.email());
        // what was sent to the old address opens nothing any more
        mails.endAll(moved.accountId(), AccountMailKind.RESET_PASSWORD);
        mails.endAll(moved.accountId(), AccountMailKind.CONFIRM_ADDRESS);
        mails.request(moved.accountId(), AccountMailKind.ADDRESS_CHANGED, before.email());
    }
}
