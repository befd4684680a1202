package podo.reservation.waitingroom.alert;

import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import podo.contracts.user.AccountDeleted;
import podo.contracts.user.UserMessage;

/** Offers no seat to a deleted account. To forget it twice is the same. */
@Component
@KafkaListener(topics = UserMessage.TOPIC, groupId = "${spring.application.name}-askers")
class DeletedAskerListener {

    private final SeatAlerts alerts;

    DeletedAskerListener(SeatAlerts alerts) {
        this.alerts = alerts;
    }

    @KafkaHandler
    public void on(AccountDeleted message) {
        alerts.forget(message.accountId());
    }

    @KafkaHandler(isDefault = true)
    public void ignore(Object other) {}
}
