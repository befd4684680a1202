package podo.event.show.api;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.event.action.TeamAction;
import podo.event.action.TeamActions;
import podo.event.show.Catalogue;
import podo.event.show.EventSnapshot;
import podo.starter.security.Fan;

/** Changes events with a line in the team's log, and answers what their organiser sees then. */
@Component
class LoggedChanges {

    private final TeamActions actions;
    private final Catalogue catalogue;
    private final Clock clock;

    LoggedChanges(TeamActions actions, Catalogue catalogue, Clock clock) {
        this.actions = actions;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** @param detail what the log says of the changed event; null when nothing has changed */
    EventResponse make(
            long team,
            Fan by,
            String what,
            Supplier<EventSnapshot> change,
            Function<EventSnapshot, @Nullable Map<String, String>> detail) {
        EventSnapshot after = actions.record(change, event -> {
            Map<String, String> told = detail.apply(event);
            return told == null ? null : new TeamAction(team, event.id(), by.id(), what, told);
        });
        return EventResponse.of(catalogue.withOtherDates(after, List.of()), clock.instant());
    }
}
