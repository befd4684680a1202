package podo.notification.facts;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail about an account, as the user service tells it.
 *
 * @param kind null for a word that this version does not know
 * @param token of the link in it; null for a mail without one
 * @param at when what it tells of happened; null from an older user service
 * @param device of a new device, its kind; null when it did not say
 * @param words what the letter names; null from an older user service
 */
public record AccountMailFacts(
        @Nullable Kind kind,
        Recipient recipient,
        @Nullable String token,
        @Nullable Instant at,
        @Nullable String device,
        @Nullable Map<String, String> words) {

    public enum Kind {
        CONFIRM_ADDRESS,
        CHANGE_ADDRESS,
        RESET_PASSWORD,
        TEAM_INVITATION,
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
