package podo.user.account;

import java.time.Clock;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import podo.starter.security.Fan;

/** Opens accounts, one per e-mail: of two at the same instant the unique key refuses one. */
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

    Fan open(SignUp form, boolean organiser) {
        String email = form.email().strip();
        if (accounts.existsByEmailKey(Account.key(email))) {
            throw new EmailTaken();
        }
        String hash = passwords.hash(form.password());
        try {
            return accounts.saveAndFlush(new Account(email, form.name().strip(), hash, organiser, clock.instant()))
                    .fan();
        } catch (DataIntegrityViolationException e) {
            throw new EmailTaken();
        }
    }
}
