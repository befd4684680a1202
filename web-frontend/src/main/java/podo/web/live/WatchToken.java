package podo.web.live;

import java.time.Instant;

/** A fan whose session was looked at not long ago. */
record WatchToken(long fanId, Instant lookedAt, Instant until) {}
