package podo.tosssimulator.mailbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import podo.tosssimulator.clock.SimulatorClock;

/**
 * The newest mails, in memory and bounded by number and size. A second mail with the Message-ID of a kept one is the same mail, as large
 * providers see it too, and is taken and not kept.
 */
@Component
class Mailbox {

    private final Deque<ReceivedMail> newestFirst = new ArrayDeque<>();
    private final MailboxSettings settings;
    private final SimulatorClock clock;
    private long bytes;

    Mailbox(MailboxSettings settings, SimulatorClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    synchronized void add(List<String> to, byte[] source) {
        String messageId = MailParser.messageIdOf(source);
        if (!messageId.isEmpty()
                && newestFirst.stream().anyMatch(known -> known.messageId().equals(messageId))) {
            return;
        }
        Instant now = clock.instant();
        newestFirst.addFirst(new ReceivedMail(
                UUID.randomUUID().toString(),
                to.stream().map(address -> address.toLowerCase(Locale.ROOT)).toList(),
                messageId,
                now,
                source));
        bytes += source.length;
        while (newestFirst.size() > settings.most() || bytes > settings.size().toBytes()) {
            bytes -= newestFirst.removeLast().source().length;
        }
    }

    /** Newest first; {@code to} in any case, or empty for everybody's. A blank is a plus that a query has not encoded. */
    synchronized List<ReceivedMail> list(String to, int most) {
        String address = to.strip().replace(' ', '+').toLowerCase(Locale.ROOT);
        return newestFirst.stream()
                .filter(mail -> address.isEmpty() || mail.to().contains(address))
                .limit(most)
                .toList();
    }

    synchronized Optional<ReceivedMail> find(String id) {
        return newestFirst.stream().filter(mail -> mail.id().equals(id)).findFirst();
    }
}
