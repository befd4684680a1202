package podo.notification.queue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is wanted.
 *
 * @param key the same for every request of the same mail: it is sent once
 * @param subject an order id, or the id under which the user service knows what the mail says
 * @param dueAt not sent before
 * @param amount of a refund, in whole won; null for every other kind
 * @param seatIds the seats that it is about; empty: all
 */
public record MailRequest(
        String key,
        MailKind kind,
        String subject,
        @Nullable Long accountId,
        Instant dueAt,
        @Nullable Long amount,
        List<Long> seatIds) {

    public static MailRequest ofOrder(String key, MailKind kind, String orderId, Instant dueAt) {
        return new MailRequest(key, kind, orderId, null, dueAt, null, List.of());
    }
}
