package podo.notification.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail about an account, as the user service tells it.
 *
 * @param kind null for a word that this version does not know
 * @param token of the link in it; null for a mail without one
 * @param at when what it tells of happened; null from an older user service
 * @param device of a new device, its kind; null when it did not say
 */
public record AccountMailFacts(
        @Nullable Kind kind,
        Recipient recipient,
        @Nullable String token,
        @Nullable Instant at,
        @Nullable String device) {

    public enum Kind {
        CONFIRM_ADDRESS,
        CHANGE_ADDRESS,
        RESET_PASSWORD,
        PASSWORD_CHANGED,
        ADDRESS_CHANGED,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        NEW_DEVICE
    }

    /** Leaves out the token. */
    @Override
    public String toString() {
        return "AccountMailFacts[" + kind + "]";
    }
}
