package podo.payment.history;

import java.util.Map;

/** What an event has taken so far: whole won by the ledger, and declined payments by the bank's code, the most frequent first. */
record EventTakings(long captured, long refunded, Map<String, Long> declined) {}
