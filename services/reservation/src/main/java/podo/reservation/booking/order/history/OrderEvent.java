package podo.reservation.booking.order.history;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an order.
 *
 * @param kind BOOKED, TICKETS_ISSUED, CHARGE_TRIED, PAID, REFUND_ASKED, REFUNDED, BUYER_TOLD, TICKETS_SENT, MAIL_SENT, MOVED, NOTED,
 *     NAMED, HANDED_OVER, SOLD_AT_DESK, HANDED_BACK, LET_IN, ENTRY_UNDONE; more may come
 * @param by the organiser who did it; null for the buyer and for what happens by itself
 * @param detail what belongs to this kind: amounts in whole won, the bank's code, a reason
 */
public record OrderEvent(Instant at, String kind, @Nullable String by, Map<String, Object> detail) {}
