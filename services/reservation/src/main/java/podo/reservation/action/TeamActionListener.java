package podo.reservation.action;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import podo.contracts.event.EventMessage;
import podo.contracts.inventory.InventoryMessage;
import podo.contracts.team.TeamActionDone;
import podo.contracts.user.UserMessage;

/** Writes into the log what members of teams did in other services. A repeated message has the id of a row that is there. */
@Component
@KafkaListener(
        topics = {UserMessage.TOPIC, EventMessage.TOPIC, InventoryMessage.TOPIC},
        groupId = "${spring.application.name}-actions")
class TeamActionListener {

    private static final Logger log = LoggerFactory.getLogger(TeamActionListener.class);

    private final OrganiserActions actions;

    TeamActionListener(OrganiserActions actions) {
        this.actions = actions;
    }

    @KafkaHandler
    public void on(TeamActionDone message) {
        try {
            actions.record(message);
        } catch (DuplicateKeyException inTheLog) {
            log.debug("Action {} came again", message.actionId());
        }
    }

    @KafkaHandler(isDefault = true)
    public void ignore(Object other) {}
}
