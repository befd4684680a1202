package podo.user.account;

import java.util.Optional;
import org.springframework.stereotype.Service;
import podo.starter.security.Fan;

/** Looks accounts up and authenticates them, for the other modules. */
@Service
public class AccountDirectory {

    private final Accounts accounts;
    private final Passwords passwords;

    AccountDirectory(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    public Optional<Fan> find(long id) {
        return accounts.findById(id).map(Account::toFan);
    }

    /**
     * Returns the account with this e-mail and password, and replaces an outdated password hash. An unknown e-mail takes as
     * long as a wrong password.
     */
    public Optional<Fan> authenticate(String email, String password) {
        Account account = accounts.findByEmailKey(Account.emailKey(email)).orElse(null);
        boolean matches = passwords.matches(password, account == null ? null : account.passwordHash());
        if (account == null || !matches) {
            return Optional.empty();
        }
        if (passwords.needsRehash(account.passwordHash())) {
            account.replacePasswordHash(passwords.hash(password));
            accounts.save(account);
        }
        return Optional.of(account.toFan());
    }
}
