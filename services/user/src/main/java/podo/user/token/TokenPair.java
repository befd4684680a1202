package podo.user.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import podo.user.account.AccountDirectory.FailedLogIns;

/**
 * The answer to a log-in or a refresh.
 *
 * @param expiresIn lifetime of the access token in seconds
 * @param logIn what all tokens of this log-in share, the access token as its claim {@code sid}
 * @param device after a log-in: for the device to keep and to show at its next log-in
 * @param failedLogIns after a log-in: how many others failed since the one before; null when none did
 * @param failedSince when the first of them was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenPair(
        String accessToken,
        String refreshToken,
        long expiresIn,
        String logIn,
        @Nullable String device,
        @Nullable Integer failedLogIns,
        @Nullable Instant failedSince) {

    static TokenPair of(String accessToken, String refreshToken, long expiresIn, String logIn) {
        return new TokenPair(accessToken, refreshToken, expiresIn, logIn, null, null, null);
    }

    TokenPair withDevice(String token, @Nullable FailedLogIns failed) {
        return new TokenPair(
                accessToken,
                refreshToken,
                expiresIn,
                logIn,
                token,
                failed == null ? null : failed.count(),
                failed == null ? null : failed.since());
    }

    /** Leaves out the tokens. */
    @Override
    public String toString() {
        return "TokenPair[" + expiresIn + " s]";
    }
}
