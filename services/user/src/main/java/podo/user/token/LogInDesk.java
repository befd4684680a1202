package podo.user.token;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import podo.starter.passkey.LogInMethod;
import podo.starter.problem.TooManyRequests;
import podo.user.account.AccountDirectory;
import podo.user.account.AccountDirectory.Authenticated;
import podo.user.account.EmailKey;
import podo.user.guard.ClientAddresses;
import podo.user.guard.DeviceTokens;
import podo.user.guard.KeyedHash;
import podo.user.guard.LogInAttempt;
import podo.user.guard.LogInLimits;

/** Logs fans in, slows guessing, and leaves a log line of each refusal, without the e-mail address. */
@Service
class LogInDesk {

    private static final Logger log = LoggerFactory.getLogger(LogInDesk.class);

    private final AccountDirectory accounts;
    private final LogInLimits limits;
    private final DeviceTokens deviceTokens;
    private final KeyedHash hash;
    private final LogInStart start;

    LogInDesk(
            AccountDirectory accounts,
            LogInLimits limits,
            DeviceTokens deviceTokens,
            KeyedHash hash,
            LogInStart start) {
        this.accounts = accounts;
        this.limits = limits;
        this.deviceTokens = deviceTokens;
        this.hash = hash;
        this.start = start;
    }

    /**
     * Checks the limit before and after the password: of a thousand simultaneous guesses, those after the tenth get a 429 and
     * learn nothing.
     *
     * @param devices the tokens of earlier log-ins, of whichever accounts, that this device has kept
     * @param agent what the browser or program calls itself; null when it does not say
     */
    TokenPair logIn(String email, String password, String address, List<String> devices, @Nullable String agent) {
        LogInAttempt attempt = new LogInAttempt(email, address, knownDevice(email, devices));
        try {
            limits.check(attempt);
            Optional<Authenticated> found = accounts.authenticate(email, password);
            if (found.isEmpty()) {
                limits.recordFailure(attempt);
            }
            limits.check(attempt);
            Authenticated account = found.orElseThrow(BadCredentials::new);
            limits.clearFailures(attempt);
            return start.of(account, devices, agent, LogInMethod.PASSWORD);
        } catch (BadCredentials | TooManyRequests refused) {
            log.info(
                    "Log-in refused: {}, account {}, from {}{}",
                    refused.name(),
                    hash.of("log", EmailKey.of(email)).substring(0, 12),
                    ClientAddresses.printable(address),
                    attempt.device() == null ? "" : ", a device that logged in before");
            throw refused;
        }
    }

    private @Nullable String knownDevice(String email, List<String> devices) {
        if (devices.isEmpty()) {
            return null;
        }
        Map<Long, Integer> versions = accounts.passwordVersionsOf(email);
        return devices.stream()
                .filter(token -> versions.entrySet().stream()
                        .anyMatch(account -> deviceTokens.isOf(token, account.getKey(), account.getValue())))
                .findFirst()
                .orElse(null);
    }
}
