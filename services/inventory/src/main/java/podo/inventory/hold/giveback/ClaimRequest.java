package podo.inventory.hold.giveback;

import java.time.Instant;

/** The seat is to be held for this fan. */
record ClaimRequest(String holdId, long fanId, Instant until) {}
