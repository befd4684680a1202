package podo.user.account;

import java.util.Set;
import podo.starter.security.Fan;
import podo.starter.security.Role;

/**
 * What an account shows to its owner.
 *
 * @param language of mails: {@code ko} or {@code en}
 * @param emailConfirmed whether the owner has shown to read mails to this address
 */
public record Profile(long id, String email, String name, Set<Role> roles, String language, boolean emailConfirmed) {

    /** The part that goes into tokens. */
    public Fan fan() {
        return new Fan(id, roles);
    }
}
