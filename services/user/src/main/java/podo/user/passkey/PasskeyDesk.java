package podo.user.passkey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;
import podo.user.account.AccountDirectory;
import podo.user.account.Profile;
import podo.user.guard.PasswordProof;
import podo.user.mail.AccountMailKind;
import podo.user.mail.AccountMails;
import podo.user.passkey.PasskeyCeremonies.Question;
import tools.jackson.databind.JsonNode;

/**
 * Adds and removes passkeys for their owner, who is told by a mail. The password stays and is asked for before a key is added, so that a
 * stolen session makes none of its own, and the last key can be removed without locking anybody out.
 */
@Service
class PasskeyDesk {

    private final AccountDirectory accounts;
    private final Passkeys passkeys;
    private final PasskeyCeremonies ceremonies;
    private final PasswordProof proof;
    private final AccountMails mails;
    private final PasskeySettings settings;
    private final TransactionTemplate transaction;

    PasskeyDesk(
            AccountDirectory accounts,
            Passkeys passkeys,
            PasskeyCeremonies ceremonies,
            PasswordProof proof,
            AccountMails mails,
            PasskeySettings settings,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.proof = proof;
        this.mails = mails;
        this.settings = settings;
        this.transaction = transaction;
    }

    /**
     * Begins to add a key.
     *
     * @param byPasskey whether the log-in of the caller began with a key of this account, which is proof enough
     * @param password null only then
     */
    Question begin(long id, boolean byPasskey, @Nullable String password, String address) {
        Profile account = find(id);
        if (!byPasskey) {
            if (password == null) {
                throw new InvalidField("password", "password-wrong");
            }
            proof.require(account, password, "password", address);
        }
        requireRoom(id);
        return ceremonies.beginAdding(account);
    }

    /** @return the new key */
    Passkey add(long id, String ceremony, String name, JsonNode credential) {
        Profile account = find(id);
        requireRoom(id);
        Bytes challenge = ceremonies.takeForAdding(account, ceremony);
        return transaction.execute(commit -> {
            ceremonies.endAdding(account, challenge, name.strip(), credential);
            mails.request(id, AccountMailKind.PASSKEY_ADDED, account.email());
            return passkeys.of(id).getLast();
        });
    }

    void remove(long id, long key) {
        Profile account = find(id);
        transaction.executeWithoutResult(commit -> {
            if (!passkeys.remove(id, key)) {
                throw new NotFound();
            }
            mails.request(id, AccountMailKind.PASSKEY_REMOVED, account.email());
        });
    }

    List<Passkey> list(long id) {
        return passkeys.of(id);
    }

    private Profile find(long id) {
        return accounts.find(id).orElseThrow(NotFound::new);
    }

    private void requireRoom(long id) {
        if (passkeys.of(id).size() >= settings.perAccount()) {
            throw new TooManyPasskeys(settings.perAccount());
        }
    }
}
