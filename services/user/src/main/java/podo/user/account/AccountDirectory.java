package podo.user.account;

import java.util.Optional;
import org.springframework.stereotype.Service;
import podo.starter.security.Fan;

/** Who has an account, as far as other features may know. */
@Service
public class AccountDirectory {

    private final Accounts accounts;
    private final Passwords passwords;

    AccountDirectory(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    public Optional<Fan> find(long id) {
        return accounts.findById(id).map(Account::fan);
    }

    /** The account whose password this is; an unknown e-mail costs the same time as a wrong password. */
    public Optional<Fan> prove(String email, String password) {
        Account account = accounts.findByEmailKey(Account.key(email)).orElse(null);
        boolean proven = passwords.matches(password, account == null ? null : account.passwordHash());
        if (account == null || !proven) {
            return Optional.empty();
        }
        if (passwords.isOld(account.passwordHash())) {
            account.rehash(passwords.hash(password));
            accounts.save(account);
        }
        return Optional.of(account.fan());
    }
}
