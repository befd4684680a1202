package podo.user.token;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.starter.passkey.LogInMethod;
import podo.starter.security.Fan;
import podo.user.account.AccountDirectory;
import podo.user.account.AccountDirectory.Authenticated;
import podo.user.guard.DeviceTokens;

/** Begins the log-in of somebody who has proved to be the owner: tokens, the device's token, and a mail when the device is new. */
@Service
public class LogInStart {

    private final AccountDirectory accounts;
    private final DeviceTokens deviceTokens;
    private final NewDevices newDevices;
    private final TokenIssuer tokens;

    LogInStart(AccountDirectory accounts, DeviceTokens deviceTokens, NewDevices newDevices, TokenIssuer tokens) {
        this.accounts = accounts;
        this.deviceTokens = deviceTokens;
        this.newDevices = newDevices;
        this.tokens = tokens;
    }

    /** @param devices the tokens of earlier log-ins that this device has kept */
    @Transactional
    public TokenPair of(Authenticated account, List<String> devices, @Nullable String agent, LogInMethod method) {
        Fan fan = account.profile().fan();
        if (account.failed() != null) {
            accounts.forgetFailedLogIns(fan.id());
        }
        newDevices.tell(account.profile(), devices, agent);
        return tokens.startLogIn(fan, agent, method)
                .withDevice(deviceTokens.issue(fan.id(), account.passwordVersion()), account.failed());
    }
}
