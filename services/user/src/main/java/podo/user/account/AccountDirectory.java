package podo.user.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import podo.user.account.password.PasswordRules;
import podo.user.account.password.Passwords;

/** Looks accounts up and authenticates them, for the other modules. */
@Service
public class AccountDirectory {

    /** @param failed the log-ins that failed since the owner's last one; null when none did */
    public record Authenticated(
            Profile profile, int passwordVersion, @Nullable FailedLogIns failed) {}

    /** How many log-ins to an account failed since its owner logged in last, and when the first of them was. */
    public record FailedLogIns(int count, Instant since) {}

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Clock clock;

    AccountDirectory(Accounts accounts, Passwords passwords, PasswordRules rules, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.clock = clock;
    }

    public Optional<Profile> find(long id) {
        return accounts.findById(id).filter(account -> !account.isDeleted()).map(Account::profile);
    }

    /** The accounts with this e-mail; more than one only from before spellings were unified. */
    public List<Profile> findAll(String email) {
        return accounts.findByEmailKeyIn(keysOf(email)).stream()
                .map(Account::profile)
                .toList();
    }

    /** The hash of a new password of this account; throws {@link podo.starter.problem.InvalidField} when it breaks the rules. */
    public String hashOf(String password, Profile account) {
        rules.check(password, account.email(), account.name());
        return passwords.hash(password);
    }

    /** Whether this is the account's password now. */
    public boolean isPassword(long id, String password) {
        return accounts.findById(id)
                .filter(account -> !account.isDeleted())
                .filter(account -> passwords.check(password, account.passwordHash()) != Passwords.Check.WRONG)
                .isPresent();
    }

    /** Those of these accounts that exist and are not deleted. */
    public List<Profile> findAll(Collection<Long> ids) {
        return accounts.findAllById(ids).stream()
                .filter(account -> !account.isDeleted())
                .map(Account::profile)
                .toList();
    }

    /** The ids of the accounts with this e-mail, each with the version of its password; more than one only from before spellings were unified. */
    public Map<Long, Integer> passwordVersionsOf(String email) {
        Map<Long, Integer> versions = new LinkedHashMap<>();
        accounts.findByEmailKeyIn(keysOf(email))
                .forEach(account -> versions.put(account.id(), account.passwordVersion()));
        return versions;
    }

    /**
     * Returns the account with this e-mail and password, and replaces an outdated password hash. An unknown e-mail takes as
     * long as a wrong password; a second account that differs in the spelling of the e-mail alone is asked too. A failure is kept
     * for the owner to hear of.
     */
    public Optional<Authenticated> authenticate(String email, String password) {
        List<Account> candidates = accounts.findByEmailKeyIn(keysOf(email));
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
                return Optional.of(
                        new Authenticated(account.profile(), account.passwordVersion(), account.failedLogIns()));
            }
        }
        accounts.countFailedLogIn(keysOf(email), clock.instant());
        return Optional.empty();
    }

    /** The account as after its password, for who proved to be its owner by other means. */
    public Optional<Authenticated> authenticated(long id) {
        return accounts.findById(id)
                .filter(account -> !account.isDeleted())
                .map(account ->
                        new Authenticated(account.profile(), account.passwordVersion(), account.failedLogIns()));
    }

    /** Keeps that somebody has logged in; true for the first time. */
    public boolean markFirstLogIn(long accountId) {
        return accounts.markFirstLogIn(accountId, clock.instant()) == 1;
    }

    /** Called when the owner has been told. */
    public void forgetFailedLogIns(long accountId) {
        accounts.forgetFailedLogIns(accountId);
    }

    private static Set<String> keysOf(String email) {
        return new LinkedHashSet<>(List.of(EmailKey.of(email), EmailKey.legacyOf(email)));
    }
}
