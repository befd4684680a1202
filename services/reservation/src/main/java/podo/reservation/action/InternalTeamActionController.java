package podo.reservation.action;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.contracts.team.TeamActionDone;

/** Takes into the log what members of teams did in a service that publishes no messages. */
@RestController
class InternalTeamActionController {

    /** @param actionId by which a repeat is known */
    record Action(
            @NotBlank @Size(max = 36) String actionId,
            @NotNull Long teamId,
            @Nullable Long eventId,
            @NotNull Long accountId,
            @NotBlank @Size(max = 40) String what,
            @NotNull Map<String, String> detail,
            @NotNull Instant at) {}

    private final OrganiserActions actions;

    InternalTeamActionController(OrganiserActions actions) {
        this.actions = actions;
    }

    /** 204 also for one that is in the log. */
    @PostMapping("/internal/team-actions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void record(@Valid @RequestBody Action action) {
        try {
            actions.record(new TeamActionDone(
                    "notification",
                    action.actionId(),
                    action.teamId(),
                    action.eventId(),
                    action.accountId(),
                    action.what(),
                    action.detail(),
                    action.at()));
        } catch (DuplicateKeyException inTheLog) {
            // told again because the answer was lost
        }
    }
}
