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

    Letters(OrderLetters orders, HandoverLetters handovers, AccountLetters accounts) {
        this.orders = orders;
        this.handovers = handovers;
        this.accounts = accounts;
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
        return mail.kind().isAboutHands() ? handovers.write(mail) : orders.write(mail);
    }
}
