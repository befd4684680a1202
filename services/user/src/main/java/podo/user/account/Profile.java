package podo.user.account;

import java.util.Set;
import podo.starter.security.Fan;
import podo.starter.security.Role;

/** What an account shows to its owner. */
public record Profile(long id, String email, String name, Set<Role> roles) {

    /** The part that goes into tokens. */
    public Fan fan() {
        return new Fan(id, roles);
    }
}
