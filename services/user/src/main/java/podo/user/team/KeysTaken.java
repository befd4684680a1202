package podo.user.team;

/** A member may make no keys for the team any more; published in the transaction of the change. */
public record KeysTaken(long teamId, long accountId, long by) {}
