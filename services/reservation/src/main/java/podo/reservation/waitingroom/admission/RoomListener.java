package podo.reservation.waitingroom.admission;

import podo.reservation.waitingroom.line.Line;
import podo.reservation.waitingroom.room.Rooms;

import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import podo.contracts.event.EventCancelled;
import podo.contracts.event.EventChanged;
import podo.contracts.event.EventMessage;
import podo.contracts.event.EventPublished;

/** Opens a room for every published show. Hearing it twice is harmless: the room keeps its first seed and its draw. */
@Component
@KafkaListener(topics = EventMessage.TOPIC, groupId = "${spring.application.name}-rooms")
class RoomListener {

    private final Rooms rooms;
    private final Line line;

    RoomListener(Rooms rooms, Line line) {
        this.rooms = rooms;
        this.line = line;
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
        line.close(message.eventId());
    }

    @KafkaHandler(isDefault = true)
    void ignore(Object other) {}
}
