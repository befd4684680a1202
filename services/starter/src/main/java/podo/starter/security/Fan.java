package podo.starter.security;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import podo.starter.key.KeyClaims;
import podo.starter.key.TeamKey;

/**
 * The caller, from the claims of the access token; usable as a controller parameter. Whoever needs name or e-mail asks the user service.
 *
 * @param key with which a program calls for a team; null for a person
 */
public record Fan(long id, Set<Role> roles, @Nullable TeamKey key) {

    public Fan(long id, Set<Role> roles) {
        this(id, roles, null);
    }

    /** An account with these roles; every account is a {@link Role#FAN} too. */
    public static Fan of(long id, Role... more) {
        EnumSet<Role> roles = EnumSet.of(Role.FAN, more);
        return new Fan(id, Collections.unmodifiableSet(roles));
    }

    /** A program that uses a key: it has none of the roles of an account. */
    public static Fan of(TeamKey key) {
        return new Fan(key.actor(), Set.of(), key);
    }

    /** The bearer of a token. A role that this version does not know counts for nothing. */
    public static Fan of(Jwt token) {
        TeamKey key = KeyClaims.read(token);
        if (key != null) {
            return of(key);
        }
        List<String> names = token.getClaimAsStringList("roles");
        Role[] known = names == null
                ? new Role[0]
                : Arrays.stream(Role.values())
                        .filter(role -> names.contains(role.name()))
                        .toArray(Role[]::new);
        return of(Long.parseLong(token.getSubject()), known);
    }

    public boolean isOrganiser() {
        return roles.contains(Role.ORGANISER);
    }

    public boolean isOperator() {
        return roles.contains(Role.OPERATOR);
    }

    public boolean isDoorStaff() {
        return roles.contains(Role.DOOR);
    }

    /** The roles' names in a fixed order, as in the token and in {@code GET /api/users/me}. */
    public List<String> roleNames() {
        return roles.stream().sorted().map(Role::name).toList();
    }
}
