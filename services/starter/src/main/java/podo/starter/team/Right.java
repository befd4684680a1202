package podo.starter.team;

import java.util.Arrays;
import java.util.List;

/** What somebody may do with the events of a team; which roles have it stands in {@link TeamRole}. */
public enum Right {
    /** Sees events, drafts, seat plans and the line. */
    VIEW,
    /** Creates and changes venues and events, publishes and cancels, keeps seats from sale. */
    EDIT,
    /** Sets rate, cap and mode of a line. */
    LEVERS,
    /** Finds and exports orders with their buyers. */
    ORDERS_READ,
    /** Sends tickets again, moves orders to other seats, writes notes. */
    ORDERS_CHANGE,
    /** Sells at the desk, and gives seats away. */
    DESK,
    /** Pays back. */
    REFUND,
    /** Reads the money report, the audit, and payments that need a person. */
    MONEY_READ,
    /** Checks tickets. */
    DOOR,
    /** Reads what was done by whom. */
    LOG_READ,
    /** Makes and ends API keys. */
    KEYS,
    /** Invites, changes and removes members. */
    TEAM;

    /** The roles that have this right, as {@link TeamRole} orders them. */
    public List<TeamRole> roles() {
        return Arrays.stream(TeamRole.values()).filter(role -> role.has(this)).toList();
    }
}
