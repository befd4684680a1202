package podo.web.line;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.contracts.event.EventStatus;
import podo.contracts.reservation.LineEnd;
import podo.web.catalogue.CachedCatalogue;
import podo.web.client.ListedEvent;
import podo.web.client.ServiceRefusal;

/** Tells whether an event sells nothing more for good. */
@Component
class EventEnds {

    private final CachedCatalogue catalogue;

    EventEnds(CachedCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Null while something may be sold, and while the event service does not answer: inventory decides about each hold. */
    @Nullable
    LineEnd of(long eventId) {
        try {
            return of(catalogue.get(eventId));
        } catch (ServiceRefusal refusal) {
            return null;
        }
    }

    static @Nullable LineEnd of(ListedEvent event) {
        if (event.is(EventStatus.CANCELLED)) {
            return LineEnd.EVENT_CANCELLED;
        }
        return event.is(EventStatus.ENDED) ? LineEnd.SALE_OVER : null;
    }
}
