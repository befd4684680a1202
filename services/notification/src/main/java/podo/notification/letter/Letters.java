package podo.notification.letter;

import java.util.Optional;
import org.springframework.stereotype.Component;
import podo.notification.queue.MailKind;
import podo.notification.queue.QueuedMail;

/** Writes the letter of a mail. */
@Component
public class Letters {

    private final OrderLetters orders;
    private final HandoverLetters handovers;
    private final AccountLetters accounts;
    private final ChangeLetters changes;

    Letters(OrderLetters orders, HandoverLetters handovers, AccountLetters accounts, ChangeLetters changes) {
        this.orders = orders;
        this.handovers = handovers;
        this.accounts = accounts;
        this.changes = changes;
    }

    /**
     * Empty when the mail is not needed any more: what it would say is not true now, or its recipient is gone.
     *
     * @throws podo.notification.facts.FactsAway while a service that knows what it says does not answer
     */
    public Optional<Letter> write(QueuedMail mail) {
        if (mail.kind() == MailKind.ACCOUNT) {
            return accounts.write(mail);
        }
        if (mail.kind() == MailKind.SHOW_CHANGED) {
            return changes.write(mail);
        }
        return mail.kind().isAboutHands() ? handovers.write(mail) : orders.write(mail);
    }
}
