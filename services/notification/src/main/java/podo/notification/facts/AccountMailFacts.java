package podo.notification.facts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail about an account, as the user service tells it.
 *
 * @param kind null for a word that this version does not know
 * @param token of the link in it; null for a mail without one
 * @param words what the letter names; null for a user service from before
 */
public record AccountMailFacts(
        @Nullable Kind kind, Recipient recipient, @Nullable String token, @Nullable Map<String, String> words) {

    public enum Kind {
        CONFIRM_ADDRESS,
        CHANGE_ADDRESS,
        RESET_PASSWORD,
        TEAM_INVITATION,
        PASSWORD_CHANGED,
        ADDRESS_CHANGED
    }

    /** Leaves out the token. */
    @Override
    public String toString() {
        return "AccountMailFacts[" + kind + "]";
    }
}
