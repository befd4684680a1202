package podo.notification.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is told of a mail: never its text or address. */
public record MailStatus(
        long id,
        MailKind kind,
        String subject,
        MailState state,
        int tries,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable String problem) {}
