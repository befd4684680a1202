package podo.event.show;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import podo.event.show.sales.TakenCountChanged;

/**
 * Publishes {@link PublicViewChanged} when an event becomes sold out or stops being sold out. Other counts may be as old
 * as the cache.
 */
@Component
class SoldOutListener {

    private final Events events;
    private final ApplicationEventPublisher applicationEvents;

    SoldOutListener(Events events, ApplicationEventPublisher applicationEvents) {
        this.events = events;
        this.applicationEvents = applicationEvents;
    }

    @EventListener
    void on(TakenCountChanged change) {
        events.findById(change.eventId())
                .filter(event -> event.isSoldOutAt(change.before()) != event.isSoldOutAt(change.now()))
                .ifPresent(event -> applicationEvents.publishEvent(new PublicViewChanged(event.id())));
    }
}
