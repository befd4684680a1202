package podo.web.live;

import java.time.Instant;

/**
 * The content of a watch token.
 *
 * @param logIn the log-in with which it ends; empty in a session from before log-ins had ids
 * @param session a hash of the session's id, without whose cookie it is worth nothing
 */
record WatchToken(long fanId, String logIn, String session, Instant sessionReadAt, Instant expiresAt) {}
