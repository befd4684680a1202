package podo.notification.queue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its row has it.
 *
 * @param accountId whom it goes to; null while that is to be asked
 * @param tries how often it was begun, this time included
 * @param again how often somebody had it sent again
 */
public record QueuedMail(
        long id,
        String key,
        MailKind kind,
        String subject,
        @Nullable Long accountId,
        @Nullable Long amount,
        List<Long> seatIds,
        int tries,
        int again,
        Instant createdAt) {

    /** The same for each try to send it, and another one when somebody has it sent again. */
    public String messageKey() {
        return again == 0 ? key : key + "#" + again;
    }
}
