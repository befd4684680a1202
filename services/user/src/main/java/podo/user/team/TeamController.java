package podo.user.team;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.security.Fan;
import podo.starter.team.Membership;
import podo.starter.team.TeamRole;
import podo.starter.text.PersonText;

/** The caller's teams and, for owners, their members. */
@Tag(name = "Teams", description = "Who may do what with an organiser's events")
@RestController
@RequestMapping("/api/teams")
class TeamController {

    record NameRequest(@PersonText(max = 100) String name) {}

    /** @param events null for all of the team */
    record RoleRequest(
            @NotNull TeamRole role,
            @Nullable @Size(min = 1, max = 200) SortedSet<@NotNull Long> events) {}

    record OwnerRequest(@NotNull Long accountId) {}

    private final TeamDesk desk;
    private final TeamViews views;

    TeamController(TeamDesk desk, TeamViews views) {
        this.desk = desk;
        this.views = views;
    }

    @Operation(summary = "List the teams that you are in, with your role in each")
    @GetMapping
    List<Membership> teams(Fan caller) {
        return views.mine(caller.id());
    }

    @Operation(summary = "Read a team's members and open invitations; owner")
    @GetMapping("/{teamId}")
    TeamViews.TeamView team(@PathVariable long teamId, Fan caller) {
        return views.of(caller.id(), teamId);
    }

    @Operation(summary = "Rename a team; owner")
    @PutMapping("/{teamId}")
    TeamViews.TeamView rename(@PathVariable long teamId, @Valid @RequestBody NameRequest request, Fan caller) {
        desk.rename(caller.id(), teamId, request.name());
        return views.of(caller.id(), teamId);
    }

    @Operation(summary = "Change a member's role and its events; owner. The last owner stays one: 409 last-owner")
    @PutMapping("/{teamId}/members/{accountId}")
    TeamViews.TeamView change(
            @PathVariable long teamId,
            @PathVariable long accountId,
            @Valid @RequestBody RoleRequest request,
            Fan caller) {
        desk.change(caller.id(), teamId, accountId, request.role(), request.events());
        return views.of(caller.id(), teamId);
    }

    @Operation(summary = "Make another member the owner and yourself manager; owner")
    @PostMapping("/{teamId}/owner")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOver(@PathVariable long teamId, @Valid @RequestBody OwnerRequest request, Fan caller) {
        desk.handOver(caller.id(), teamId, request.accountId());
    }

    @Operation(summary = "Remove a member, or leave; others take an owner. The last owner can't leave: 409 last-owner")
    @DeleteMapping("/{teamId}/members/{accountId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long teamId, @PathVariable long accountId, Fan caller) {
        desk.remove(caller.id(), teamId, accountId);
    }
}
