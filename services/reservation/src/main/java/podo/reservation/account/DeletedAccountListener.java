package podo.reservation.account;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import podo.contracts.user.AccountDeleted;
import podo.contracts.user.UserMessage;

/** Forgets the name of a deleted account. To forget it twice is the same. */
@Component
@KafkaListener(topics = UserMessage.TOPIC, groupId = "${spring.application.name}-accounts")
class DeletedAccountListener {

    private final KnownAccounts accounts;
    private final ApplicationEventPublisher events;

    DeletedAccountListener(KnownAccounts accounts, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.events = events;
    }

    @KafkaHandler
    public void on(AccountDeleted message) {
        accounts.forget(message.accountId());
        events.publishEvent(new AccountForgotten(message.accountId()));
    }

    @KafkaHandler(isDefault = true)
    public void ignore(Object other) {}
}
