package podo.reservation.waitingroom.history;

import java.util.Map;

/** What an event has taken so far: whole won by the ledger, and declined payments by the bank's code. */
record Takings(long captured, long refunded, Map<String, Long> declined) {}
