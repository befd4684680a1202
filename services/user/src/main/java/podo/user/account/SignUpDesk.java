package podo.user.account;

import java.time.Clock;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import podo.starter.security.Fan;

/** Opens accounts, one per e-mail; the unique key refuses the second of two simultaneous sign-ups. */
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

    Fan openAccount(SignUpRequest request, boolean organiser) {
        String email = request.email().strip();
        if (accounts.existsByEmailKey(EmailKey.of(email))) {
            throw new EmailTaken();
        }
        String hash = passwords.hash(request.password());
        try {
            return accounts.saveAndFlush(new Account(email, request.name().strip(), hash, organiser, clock.instant()))
                    .toFan();
        } catch (DataIntegrityViolationException e) {
            throw new EmailTaken();
        }
    }
}
