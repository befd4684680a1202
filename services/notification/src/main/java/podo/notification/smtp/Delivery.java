package podo.notification.smtp;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import podo.notification.facts.FactsAway;
import podo.notification.letter.Letter;
import podo.notification.letter.Letters;
import podo.notification.queue.MailKind;
import podo.notification.queue.MailQueue;
import podo.notification.queue.MailRequest;
import podo.notification.queue.MailState;
import podo.notification.queue.QueuedMail;

/**
 * Brings one mail on its way and writes down what became of it. The row is marked as sent after the server's answer: a kill between the two
 * sends the mail again, with the same Message-ID.
 */
@Component
class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Letters letters;
    private final SmtpSender smtp;
    private final MailQueue queue;
    private final SendingSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;

    Delivery(
            Letters letters,
            SmtpSender smtp,
            MailQueue queue,
            SendingSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.letters = letters;
        this.smtp = smtp;
        this.queue = queue;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    void deliver(QueuedMail mail) {
        try {
            Optional<Letter> letter = letters.write(mail);
            if (letter.isEmpty()) {
                end(mail, MailState.DROPPED, null);
                return;
            }
            queue.rememberAccount(mail.id(), letter.get().to().id());
            smtp.send(mail.messageKey(), letter.get());
            end(mail, MailState.SENT, null);
        } catch (FactsAway e) {
            queue.postpone(mail.id(), settings.factsPause(), String.valueOf(e.getMessage()), false);
        } catch (MailRefused e) {
            end(mail, MailState.FAILED, e.getMessage());
        } catch (MailNotSent e) {
            failed(mail, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.warn("The mail {} failed", mail.key(), e);
            failed(mail, e.getClass().getSimpleName());
        }
    }

    private void failed(QueuedMail mail, String problem) {
        List<Duration> pauses = settings.pauses();
        if (mail.tries() > pauses.size()) {
            end(mail, MailState.FAILED, problem);
        } else {
            log.info("The mail {} was not sent ({}), try {}", mail.key(), problem, mail.tries());
            queue.postpone(mail.id(), pauses.get(mail.tries() - 1), problem, true);
        }
    }

    /** A mail about a check that ended while it was on its way is followed by the one that says how. */
    private void end(QueuedMail mail, MailState state, @Nullable String problem) {
        boolean wasWanted = queue.end(mail.id(), state, problem);
        if (state == MailState.SENT && mail.kind() == MailKind.CHECKING && !wasWanted) {
            queue.add(MailRequest.ofOrder(
                    MailKind.CHECK_FAILED.keyOf(mail.subject()),
                    MailKind.CHECK_FAILED,
                    mail.subject(),
                    clock.instant()));
        }
        meters.counter("podo.mails", "kind", mail.kind().name(), "state", state.name())
                .increment();
        if (state == MailState.FAILED) {
            log.warn("The mail {} is given up after {} tries: {}", mail.key(), mail.tries(), problem);
        }
    }
}
