package podo.user.guard;

import org.jspecify.annotations.Nullable;

/**
 * Who tries to log in, and from where.
 *
 * @param address the client's
 * @param device the token of a device that logged in to this account before; null from any other
 */
public record LogInAttempt(
        String email, String address, @Nullable String device) {

    /** Leaves out the e-mail address and the token. */
    @Override
    public String toString() {
        return "LogInAttempt[" + address + "]";
    }
}
