package podo.user.guard;

import org.springframework.stereotype.Component;
import podo.starter.problem.InvalidField;
import podo.user.account.AccountDirectory;
import podo.user.account.Profile;

/** Asks for the password before a change that would lock the owner out; wrong ones count like those of log-ins. */
@Component
public class PasswordProof {

    private final AccountDirectory accounts;
    private final LogInLimits limits;

    PasswordProof(AccountDirectory accounts, LogInLimits limits) {
        this.accounts = accounts;
        this.limits = limits;
    }

    /** Throws {@link InvalidField} for a wrong password. @param address of the client */
    public void require(Profile account, String password, String field, String address) {
        LogInAttempt attempt = new LogInAttempt(account.email(), address, null);
        limits.check(attempt);
        if (!accounts.isPassword(account.id(), password)) {
            limits.recordFailure(attempt);
            throw new InvalidField(field, "password-wrong");
        }
    }
}
