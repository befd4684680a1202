package podo.reservation.booking.order.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.account.AccountNames;
import podo.reservation.account.KnownAccount;
import podo.reservation.action.ActionFilter;
import podo.reservation.action.OrganiserAction;
import podo.reservation.action.OrganiserActions;
import podo.reservation.show.KnownShow;
import podo.reservation.show.KnownShows;
import podo.reservation.show.TeamEventScopes;
import podo.starter.security.Fan;
import podo.starter.team.Right;

/** What members of the caller's teams did, in all services. */
@Tag(name = "Teams")
@RestController
class TeamLogController {

    /**
     * @param by the account that acted, {@code name} its name, empty once it is deleted
     * @param event the event's title, empty for what concerns none that was published
     * @param member the name of the account that the action was about; null when it was about none
     * @param detail is named by the kind of action
     */
    record TeamLogEntry(
            long id,
            Instant at,
            long by,
            String name,
            String what,
            @Nullable Long eventId,
            String event,
            @Nullable String orderId,
            @Nullable String member,
            Map<String, Object> detail) {}

    /** Names the account that an action was about. */
    private static final String ACCOUNT = "account";

    private final TeamEventScopes scopes;
    private final OrganiserActions actions;
    private final AccountNames names;
    private final KnownShows shows;

    TeamLogController(TeamEventScopes scopes, OrganiserActions actions, AccountNames names, KnownShows shows) {
        this.scopes = scopes;
        this.actions = actions;
        this.names = names;
        this.shows = shows;
    }

    /** @param before the id of the last entry of the page before; {@code from} inclusive, {@code until} exclusive */
    @Operation(summary = "Read what members of your teams did, newest first")
    @GetMapping("/api/organiser/log")
    List<TeamLogEntry> log(
            @RequestParam(required = false) @Nullable Long eventId,
            @RequestParam(required = false) @Nullable Long by,
            @RequestParam(required = false) @Pattern(regexp = "[A-Z_]{1,40}") @Nullable String what,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) @Min(1) long before,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int size,
            Fan caller) {
        List<OrganiserAction> done = actions.of(
                scopes.of(Right.LOG_READ, caller), new ActionFilter(eventId, by, what, from, until), before, size);
        Map<Long, KnownAccount> accounts = names.find(accountsOf(done));
        Map<Long, KnownShow> titles = shows.findAll(done.stream()
                .map(OrganiserAction::eventId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return done.stream().map(action -> entry(action, accounts, titles)).toList();
    }

    private static Collection<Long> accountsOf(List<OrganiserAction> done) {
        Set<Long> ids = new HashSet<>();
        for (OrganiserAction action : done) {
            ids.add(action.organiserId());
            Long about = about(action);
            if (about != null) {
                ids.add(about);
            }
        }
        return ids;
    }

    private static @Nullable Long about(OrganiserAction action) {
        return action.detail().get(ACCOUNT) instanceof String id ? Long.valueOf(id) : null;
    }

    private static TeamLogEntry entry(
            OrganiserAction action, Map<Long, KnownAccount> accounts, Map<Long, KnownShow> titles) {
        Long about = about(action);
        KnownShow show = action.eventId() == null ? null : titles.get(action.eventId());
        return new TeamLogEntry(
                action.id(),
                action.at(),
                action.organiserId(),
                Objects.requireNonNull(accounts.get(action.organiserId())).name(),
                action.what(),
                action.eventId(),
                show == null ? "" : show.title(),
                action.orderId(),
                about == null
                        ? null
                        : Objects.requireNonNull(accounts.get(about)).name(),
                action.detail());
    }
}
