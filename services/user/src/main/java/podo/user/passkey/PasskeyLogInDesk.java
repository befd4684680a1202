package podo.user.passkey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import podo.starter.passkey.LogInMethod;
import podo.user.account.AccountDirectory;
import podo.user.account.AccountDirectory.Authenticated;
import podo.user.guard.ClientAddresses;
import podo.user.guard.LogInLimits;
import podo.user.token.LogInStart;
import podo.user.token.TokenPair;
import tools.jackson.databind.JsonNode;

/** Logs in who has an account's passkey. Refusals count for the client's address; there is no account that they could count for. */
@Service
class PasskeyLogInDesk {

    private static final Logger log = LoggerFactory.getLogger(PasskeyLogInDesk.class);

    private final PasskeyCeremonies ceremonies;
    private final AccountDirectory accounts;
    private final LogInLimits limits;
    private final LogInStart start;

    PasskeyLogInDesk(PasskeyCeremonies ceremonies, AccountDirectory accounts, LogInLimits limits, LogInStart start) {
        this.ceremonies = ceremonies;
        this.accounts = accounts;
        this.limits = limits;
        this.start = start;
    }

    TokenPair logIn(
            String ceremony, JsonNode credential, String address, List<String> devices, @Nullable String agent) {
        limits.check(address);
        try {
            long id = ceremonies.endLogIn(ceremony, credential);
            Authenticated account = accounts.authenticated(id).orElseThrow(PasskeyRefused::new);
            return start.of(account, devices, agent, LogInMethod.PASSKEY);
        } catch (PasskeyRefused refused) {
            limits.recordFailure(address);
            log.info("Log-in refused: {}, from {}", refused.name(), ClientAddresses.printable(address));
            throw refused;
        }
    }
}
