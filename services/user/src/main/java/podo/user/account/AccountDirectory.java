package podo.user.account;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
     * long as a wrong password; a second account that differs in the spelling of the e-mail alone is asked too.
     */
    public Optional<Fan> authenticate(String email, String password) {
        Set<String> keys = new LinkedHashSet<>(List.of(EmailKey.of(email), EmailKey.legacyOf(email)));
        List<Account> candidates = accounts.findByEmailKeyIn(keys);
        if (candidates.isEmpty()) {
            passwords.check(password, null);
        }
        for (Account account : candidates) {
            Passwords.Check check = passwords.check(password, account.passwordHash());
            if (check != Passwords.Check.WRONG) {
                if (check == Passwords.Check.OUTDATED) {
                    account.replacePasswordHash(passwords.hash(password));
                    accounts.save(account);
                }
                return Optional.of(account.toFan());
            }
        }
        return Optional.empty();
    }
}
