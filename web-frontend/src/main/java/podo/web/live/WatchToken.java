package podo.web.live;

import java.time.Instant;

/** The content of a watch token: the fan, when their session was last read, when the token expires. */
record WatchToken(long fanId, Instant sessionReadAt, Instant expiresAt) {}
