package podo.user.token;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import podo.starter.text.DeviceNames;
import podo.user.account.AccountDirectory;
import podo.user.account.Profile;
import podo.user.guard.DeviceTokens;
import podo.user.mail.AccountMailKind;
import podo.user.mail.AccountMails;

/**
 * Has the owner told of log-ins from devices that were not seen. A browser was seen when it shows a token of an earlier log-in, which its
 * cookie keeps for a year; a program, which has no cookies, when one of the same name has logged in within the last weeks. No address is
 * kept for this.
 */
@Component
class NewDevices {

    private static final Logger log = LoggerFactory.getLogger(NewDevices.class);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MAILS_PER_WINDOW = 5;

    private final AccountDirectory accounts;
    private final DeviceTokens deviceTokens;
    private final LogIns logIns;
    private final AccountMails mails;
    private final Clock clock;

    NewDevices(AccountDirectory accounts, DeviceTokens deviceTokens, LogIns logIns, AccountMails mails, Clock clock) {
        this.accounts = accounts;
        this.deviceTokens = deviceTokens;
        this.logIns = logIns;
        this.mails = mails;
        this.clock = clock;
    }

    /** Called before the log-in is stored, within its transaction. The first log-in after the sign-up is nobody else's. */
    void tell(Profile account, List<String> devices, @Nullable String agent) {
        if (devices.stream().anyMatch(token -> deviceTokens.isOf(token, account.id()))
                || accounts.markFirstLogIn(account.id())
                || !DeviceNames.isBrowser(agent) && logIns.hasHad(account.id(), agent)) {
            return;
        }
        int sent = mails.countSince(
                account.id(), AccountMailKind.NEW_DEVICE, clock.instant().minus(WINDOW));
        if (sent >= MAILS_PER_WINDOW) {
            log.info("No further mail about a new device goes to account {} for now", account.id());
            return;
        }
        mails.request(account.id(), AccountMailKind.NEW_DEVICE, account.email(), DeviceNames.knownName(agent));
    }
}
