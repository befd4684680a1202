package podo.reservation.booking.order.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.account.AccountNames;
import podo.reservation.account.KnownAccount;
import podo.reservation.action.OrganiserAction;
import podo.reservation.action.OrganiserActions;
import podo.reservation.show.TeamEventScopes;
import podo.starter.security.Fan;
import podo.starter.team.Right;

/** What organisers did with an event, its line and its orders. */
@Tag(name = "Orders")
@RestController
class EventLogController {

    /** @param by the organiser's name, empty once the account is deleted; {@code detail} is named by the kind of action */
    record Entry(
            long id,
            Instant at,
            String by,
            String what,
            @Nullable String orderId,
            Map<String, Object> detail) {}

    private final TeamEventScopes scopes;
    private final OrganiserActions actions;
    private final AccountNames names;

    EventLogController(TeamEventScopes scopes, OrganiserActions actions, AccountNames names) {
        this.scopes = scopes;
        this.actions = actions;
        this.names = names;
    }

    /** @param before the id of the last entry of the page before */
    @Operation(summary = "Read what was done with an event and its orders, newest first")
    @GetMapping("/api/organiser/events/{eventId}/log")
    List<Entry> log(
            @PathVariable long eventId,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) @Min(1) long before,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int size,
            Fan organiser) {
        scopes.require(Right.LOG_READ, organiser, eventId);
        List<OrganiserAction> done = actions.ofEvent(eventId, before, size);
        Map<Long, KnownAccount> by = names.find(
                done.stream().map(OrganiserAction::organiserId).distinct().toList());
        return done.stream()
                .map(action -> new Entry(
                        action.id(),
                        action.at(),
                        Objects.requireNonNull(by.get(action.organiserId())).name(),
                        action.what(),
                        action.orderId(),
                        action.detail()))
                .toList();
    }
}
