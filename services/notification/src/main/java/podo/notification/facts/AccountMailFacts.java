package podo.notification.facts;

import org.jspecify.annotations.Nullable;

/**
 * A mail about an account, as the user service tells it.
 *
 * @param kind null for a word that this version does not know
 * @param token of the link in it; null for a mail without one
 */
public record AccountMailFacts(
        @Nullable Kind kind, Recipient recipient, @Nullable String token) {

    public enum Kind {
        CONFIRM_ADDRESS,
        CHANGE_ADDRESS,
        RESET_PASSWORD,
        PASSWORD_CHANGED,
        ADDRESS_CHANGED
    }

    /** Leaves out the token. */
    @Override
    public String toString() {
        return "AccountMailFacts[" + kind + "]";
    }
}
