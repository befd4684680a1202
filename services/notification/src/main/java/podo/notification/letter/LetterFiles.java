package podo.notification.letter;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import podo.notification.attachment.LetterAttachment;
import podo.notification.attachment.OrderAttachment;
import podo.notification.facts.FactsAway;
import podo.notification.facts.OrderFacts;
import podo.notification.facts.Recipient;
import podo.notification.queue.QueuedMail;

/** The files of a letter that brings tickets. */
@Component
class LetterFiles {

    private static final Logger log = LoggerFactory.getLogger(LetterFiles.class);

    private final List<OrderAttachment> attachments;
    private final LetterSettings settings;
    private final Clock clock;

    LetterFiles(List<OrderAttachment> attachments, LetterSettings settings, Clock clock) {
        this.attachments = attachments;
        this.settings = settings;
        this.clock = clock;
    }

    List<LetterAttachment> of(QueuedMail mail, OrderFacts order, Recipient recipient) {
        return attachments.stream()
                .flatMap(attachment -> file(attachment, mail, order, recipient).stream())
                .toList();
    }

    /** A file that can't be had delays the mail for a while, and does not keep it back: what it says stands on the site, too. */
    private Optional<LetterAttachment> file(
            OrderAttachment attachment, QueuedMail mail, OrderFacts order, Recipient recipient) {
        try {
            return attachment.of(order, recipient);
        } catch (FactsAway e) {
            if (clock.instant().isBefore(mail.createdAt().plus(settings.attachmentWait()))) {
                throw e;
            }
            log.warn("The mail {} goes without a file: {}", mail.key(), e.getMessage());
            return Optional.empty();
        }
    }
}
