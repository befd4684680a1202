package podo.starter.team;

import java.util.EnumSet;
import java.util.Set;
import podo.starter.key.ApiScope;
import podo.starter.key.TeamKey;

/**
 * A key's place in its team: the smallest role that has the rights of its scopes, for all events. Such a role may have more rights than that; the
 * calls that take these are closed to the key by its scopes.
 */
final class KeyMembership {

    private KeyMembership() {}

    static Membership of(TeamKey key) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        key.scopes().forEach(scope -> rights.addAll(rightsOf(scope)));
        return new Membership(key.teamId(), "", TeamRole.leastWith(rights), null);
    }

    private static Set<Right> rightsOf(ApiScope scope) {
        return switch (scope) {
            case EVENTS_READ -> EnumSet.of(Right.VIEW);
            case EVENTS_WRITE -> EnumSet.of(Right.EDIT, Right.LEVERS);
            case ORDERS_READ -> EnumSet.of(Right.ORDERS_READ);
            case ORDERS_WRITE -> EnumSet.of(Right.ORDERS_CHANGE);
            case CHECKINS_WRITE -> EnumSet.of(Right.DOOR);
            case MONEY_READ -> EnumSet.of(Right.MONEY_READ, Right.ORDERS_READ);
        };
    }
}
