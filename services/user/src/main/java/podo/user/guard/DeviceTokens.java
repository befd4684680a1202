package podo.user.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Tokens that a device keeps after a log-in and shows at the next one: they prove that it knew the password, and nothing else. A token
 * is of one account, valid for a year, and ends with the version of the account's password.
 */
@Component
public class DeviceTokens {

    private static final Duration LIFE = Duration.ofDays(365);
    private static final Pattern FORM =
            Pattern.compile("([1-9][0-9]{0,17})\\.([0-9]{1,9})\\.([0-9]{1,10})\\.([A-Za-z0-9_-]{43})");

    private final KeyedHash hash;
    private final Clock clock;

    DeviceTokens(KeyedHash hash, Clock clock) {
        this.hash = hash;
        this.clock = clock;
    }

    public String issue(long accountId, int passwordVersion) {
        String text = accountId + "." + passwordVersion + "."
                + clock.instant().plus(LIFE).getEpochSecond();
        return text + "." + hash.of("device", text);
    }

    /** Whether the token was issued to this account with this version of its password. */
    public boolean isOf(String token, long accountId, int passwordVersion) {
        return isOf(token, accountId) && Integer.parseInt(token.split("\\.")[1]) == passwordVersion;
    }

    /** Whether the token was issued to this account, with whichever password. */
    public boolean isOf(String token, long accountId) {
        Matcher parts = FORM.matcher(token);
        if (!parts.matches()) {
            return false;
        }
        String text = token.substring(0, token.lastIndexOf('.'));
        return MessageDigest.isEqual(
                        hash.of("device", text).getBytes(StandardCharsets.US_ASCII),
                        parts.group(4).getBytes(StandardCharsets.US_ASCII))
                && Long.parseLong(parts.group(1)) == accountId
                && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts.group(3))));
    }
}
