package podo.user.account;

import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import podo.starter.security.Role;
import podo.user.account.password.Passwords;

/** Opens accounts, one per e-mail and per look of an e-mail; unique keys refuse the second of two simultaneous sign-ups. */
@Service
class SignUpDesk {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Clock clock;

    SignUpDesk(Accounts accounts, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    Profile openAccount(SignUpRequest request, Role... roles) {
        String email = request.email().strip();
        if (accounts.existsByEmailKey(EmailKey.of(email)) || accounts.existsByLookAlikeHash(LookAlikeKey.of(email))) {
            throw new EmailTaken();
        }
        String hash = passwords.hash(request.password());
        try {
            Account account = new Account(email, request.name().strip(), hash, clock.instant());
            Stream.of(roles).forEach(account::grant);
            return accounts.saveAndFlush(account).profile();
        } catch (DataIntegrityViolationException e) {
            throw new EmailTaken();
        }
    }
}
