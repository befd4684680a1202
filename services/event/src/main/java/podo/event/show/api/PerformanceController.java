package podo.event.show.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.event.action.TeamAction;
import podo.event.action.TeamActions;
import podo.event.show.EventSnapshot;
import podo.event.show.PerformanceDesk;
import podo.event.show.terms.PerformanceRequest;
import podo.starter.security.Fan;

/** The dates of a show. Each is an event, which is published, changed and cancelled like any other. */
@Tag(name = "Dates of a show", description = "Copies of an event on other dates; owner or manager")
@RestController
class PerformanceController {

    record PerformancesRequest(@NotEmpty List<@NotNull @Valid PerformanceRequest> performances) {}

    private final PerformanceDesk desk;
    private final EventRights rights;
    private final TeamActions actions;
    private final Clock clock;

    PerformanceController(PerformanceDesk desk, EventRights rights, TeamActions actions, Clock clock) {
        this.desk = desk;
        this.rights = rights;
        this.actions = actions;
        this.clock = clock;
    }

    @Operation(summary = "Give a show further dates, at most 60 at once: each is a draft with all that the event says")
    @PostMapping("/api/events/{id}/performances")
    @ResponseStatus(HttpStatus.CREATED)
    List<OtherDate> add(@PathVariable long id, @Valid @RequestBody PerformancesRequest request, Fan organiser) {
        long team = rights.requireForMore(organiser, id);
        List<EventSnapshot> added = actions.record(
                () -> {
                    List<EventSnapshot> drafts = desk.add(team, id, request.performances());
                    drafts.forEach(draft -> actions.record(() -> draft, event -> created(team, event, organiser)));
                    return drafts;
                },
                drafts -> null);
        return added.stream().map(event -> OtherDate.of(event, clock.instant())).toList();
    }

    private static TeamAction created(long team, EventSnapshot event, Fan by) {
        return new TeamAction(
                team,
                event.id(),
                by.id(),
                "EVENT_CREATED",
                Map.of(
                        "title",
                        event.terms().title(),
                        "startsAt",
                        event.terms().startsAt().toString()));
    }
}
