package podo.payment.scope;

import java.util.Set;
import org.springframework.stereotype.Component;
import podo.starter.security.Fan;

/** Finds out whose money a caller may see; asks the event service, which owns the answer. */
@Component
public class EventScopes {

    private final OwnEventsClient events;

    EventScopes(OwnEventsClient events) {
        this.events = events;
    }

    public EventScope of(Fan caller) {
        if (caller.isOperator()) {
            return EventScope.ALL;
        }
        return new EventScope(caller.isOrganiser() ? Set.copyOf(events.eventsOf(caller.id())) : Set.of());
    }
}
