package podo.starter.team;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** A member's role in a team, with its rights. docs/roles.md shows the same table. */
public enum TeamRole {
    OWNER(EnumSet.allOf(Right.class)),
    MANAGER(EnumSet.complementOf(EnumSet.of(Right.TEAM))),
    BOX_OFFICE(EnumSet.of(Right.VIEW, Right.ORDERS_READ, Right.ORDERS_CHANGE, Right.DESK, Right.DOOR)),
    DOOR(EnumSet.of(Right.DOOR)),
    FINANCE(EnumSet.of(Right.VIEW, Right.ORDERS_READ, Right.REFUND, Right.MONEY_READ, Right.LOG_READ)),
    VIEWER(EnumSet.of(Right.VIEW));

    private final Set<Right> rights;

    TeamRole(Set<Right> rights) {
        this.rights = Set.copyOf(rights);
    }

    public boolean has(Right right) {
        return rights.contains(right);
    }

    public Set<Right> rights() {
        return rights;
    }

    /** The first of these roles, in this order, that has all of these rights. */
    static TeamRole leastWith(Set<Right> rights) {
        return Stream.of(VIEWER, DOOR, BOX_OFFICE, FINANCE, MANAGER)
                .filter(role -> role.rights.containsAll(rights))
                .findFirst()
                .orElseThrow();
    }
}
