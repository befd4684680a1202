package podo.user.account;

import java.time.Instant;

/** How many log-ins to an account failed since its owner logged in last, and when the first of them was. */
public record FailedLogIns(int count, Instant since) {}
