package podo.notification.queue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its row has it.
 *
 * @param accountId whom it goes to; null while that is to be asked
 * @param tries how often it was begun, this time included
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
        Instant createdAt) {}
