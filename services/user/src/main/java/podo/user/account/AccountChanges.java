package podo.user.account;

import java.time.Clock;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import podo.starter.problem.NotFound;

/** Changes of an account, each within its caller's transaction, for the other modules. Throws {@link NotFound} for a deleted account. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AccountChanges {

    private final Accounts accounts;
    private final Clock clock;

    AccountChanges(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param language {@code ko} or {@code en} */
    public Profile rename(long id, String name, String language) {
        Account account = find(id);
        account.rename(name, language);
        return accounts.save(account).profile();
    }

    /** Ends the tokens of devices too. @param hash of the new password */
    public void changePassword(long id, String hash) {
        Account account = find(id);
        account.changePassword(hash);
        accounts.save(account);
        accounts.forgetFailedLogIns(id);
    }

    /** Does nothing when the account has another address by now. */
    public void confirmEmail(long id, String email) {
        Account account = find(id);
        if (EmailKey.of(account.profile().email()).equals(EmailKey.of(email))) {
            account.confirmEmail(clock.instant());
            accounts.save(account);
        }
    }

    /** Throws {@link EmailTaken}; the unique keys decide between two at once. */
    public void moveTo(long id, String email) {
        requireFree(id, email);
        Account account = find(id);
        account.moveTo(email, clock.instant());
        try {
            accounts.saveAndFlush(account);
        } catch (DataIntegrityViolationException e) {
            throw new EmailTaken();
        }
    }

    /** Throws {@link EmailTaken} when another account has this address or one that looks like it. */
    public void requireFree(long id, String email) {
        boolean isTaken = accounts.findByEmailKey(EmailKey.of(email))
                        .filter(other -> other.id() != id)
                        .isPresent()
                || accounts.findByLookAlikeHash(LookAlikeKey.of(email))
                        .filter(other -> other.id() != id)
                        .isPresent();
        if (isTaken) {
            throw new EmailTaken();
        }
    }

    public void delete(long id) {
        Account account = find(id);
        account.delete(clock.instant());
        accounts.save(account);
    }

    private Account find(long id) {
        return accounts.findById(id).filter(account -> !account.isDeleted()).orElseThrow(NotFound::new);
    }
}
