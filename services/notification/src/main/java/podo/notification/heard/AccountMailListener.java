package podo.notification.heard;

import java.time.Clock;
import java.util.List;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import podo.contracts.user.AccountDeleted;
import podo.contracts.user.AccountMailRequested;
import podo.contracts.user.UserMessage;
import podo.notification.queue.MailKind;
import podo.notification.queue.MailQueue;
import podo.notification.queue.MailRequest;

/** Asks for the mails about an account. A repeated message asks for a mail whose key is there; forgetting an account twice is the same. */
@Component
@KafkaListener(topics = UserMessage.TOPIC)
class AccountMailListener {

    private final MailQueue queue;
    private final Clock clock;

    AccountMailListener(MailQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @KafkaHandler
    public void on(AccountMailRequested message) {
        queue.add(new MailRequest(
                MailKind.ACCOUNT.keyOf(message.mailId()),
                MailKind.ACCOUNT,
                message.mailId(),
                message.accountId(),
                clock.instant(),
                null,
                List.of()));
    }

    @KafkaHandler
    public void on(AccountDeleted message) {
        queue.forgetAccount(message.accountId());
    }

    @KafkaHandler(isDefault = true)
    public void ignore(Object other) {}
}
