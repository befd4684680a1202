package podo.user.mail;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail about an account, and the address to which it goes.
 *
 * @param issuedAt when what it tells of happened
 * @param device of a new device, its kind, such as {@code Firefox · Windows}; null when it did not say
 * @param words what its letter names
 */
public record AccountMail(
        String id,
        long accountId,
        AccountMailKind kind,
        String email,
        Instant issuedAt,
        @Nullable String device,
        Map<String, String> words) {

    /** Leaves out the address. */
    @Override
    public String toString() {
        return "AccountMail[" + kind + "]";
    }
}
