package podo.reservation.waitingroom.admission;

import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import podo.contracts.event.EventCancelled;
import podo.contracts.event.EventChanged;
import podo.contracts.event.EventMessage;
import podo.contracts.event.EventPublished;
import podo.reservation.waitingroom.room.Rooms;

/** Opens a room for every published show. A repeated message changes nothing: the room keeps its first seed and its draw. */
@Component
@KafkaListener(topics = EventMessage.TOPIC, groupId = "${spring.application.name}-rooms")
class RoomListener {

    private final Rooms rooms;
    private final AdmissionControl admission;

    RoomListener(Rooms rooms, AdmissionControl admission) {
        this.rooms = rooms;
        this.admission = admission;
    }

    @KafkaHandler
    void on(EventPublished message) {
        rooms.open(message.eventId(), message.show());
    }

    @KafkaHandler
    void on(EventChanged message) {
        rooms.open(message.eventId(), message.show());
    }

    @KafkaHandler
    void on(EventCancelled message) {
        admission.cancel(message.eventId());
    }

    @KafkaHandler(isDefault = true)
    void ignore(Object other) {}
}
