package podo.reservation.show;

import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import podo.contracts.event.EventCancelled;
import podo.contracts.event.EventChanged;
import podo.contracts.event.EventMessage;
import podo.contracts.event.EventPublished;

/** Stores shows and what buyers are told of them. A repeated message writes the same rows. */
@Component
@KafkaListener(topics = EventMessage.TOPIC, groupId = "${spring.application.name}-shows")
class ShowListener {

    private final KnownShows shows;
    private final ShowChanges changes;
    private final RecentShows recent;

    ShowListener(KnownShows shows, ShowChanges changes, RecentShows recent) {
        this.shows = shows;
        this.changes = changes;
        this.recent = recent;
    }

    @KafkaHandler
    void on(EventPublished message) {
        shows.save(message.eventId(), message.show());
        recent.forget(message.eventId());
    }

    @KafkaHandler
    void on(EventChanged message) {
        shows.save(message.eventId(), message.show());
        changes.record(message.eventId(), message.show().revision(), message.change());
        recent.forget(message.eventId());
    }

    @KafkaHandler
    void on(EventCancelled message) {
        shows.saveCancelled(message.eventId());
        recent.forget(message.eventId());
    }

    @KafkaHandler(isDefault = true)
    void ignore(Object other) {}
}
