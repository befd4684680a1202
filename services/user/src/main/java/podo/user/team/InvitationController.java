package podo.user.team;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.security.Fan;
import podo.starter.team.TeamRole;
import podo.starter.text.MailAddress;

/** Invitations to a team: owners send and withdraw them, who was invited accepts. Tokens are in bodies, because addresses are logged. */
@Tag(name = "Teams")
@RestController
@RequestMapping("/api/teams")
class InvitationController {

    /** @param events null for all of the team */
    record InviteRequest(
            @NotBlank @Size(max = 254) @MailAddress String email,
            @NotNull TeamRole role,
            @Nullable @Size(min = 1, max = 200) SortedSet<@NotNull Long> events) {}

    record TokenRequest(@NotBlank @Size(max = 100) String token) {

        @Override
        public String toString() {
            return "TokenRequest";
        }
    }

    record Joined(long teamId) {}

    private final InvitationDesk desk;
    private final TeamViews views;

    InvitationController(InvitationDesk desk, TeamViews views) {
        this.desk = desk;
        this.views = views;
    }

    @Operation(summary = "Invite an address by mail, for seven days; the invitation before ends. Owner")
    @PostMapping("/{teamId}/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    TeamViews.TeamView invite(@PathVariable long teamId, @Valid @RequestBody InviteRequest request, Fan caller) {
        desk.invite(caller.id(), teamId, request.email().strip(), request.role(), request.events());
        return views.of(caller.id(), teamId);
    }

    @Operation(summary = "Withdraw an invitation; owner")
    @DeleteMapping("/{teamId}/invitations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable long teamId, @PathVariable long id, Fan caller) {
        desk.withdraw(caller.id(), teamId, id);
    }

    @Operation(
            summary = "Read what an invitation's link offers; 400 token-invalid when it was used, withdrawn or is over")
    @PostMapping("/invitations/look")
    InvitationDesk.Invited look(@Valid @RequestBody TokenRequest request, Fan caller) {
        return desk.look(caller.id(), request.token());
    }

    @Operation(summary = "Accept an invitation that was sent to your address; 403 invitation-for-another otherwise")
    @PostMapping("/invitations/accept")
    Joined accept(@Valid @RequestBody TokenRequest request, Fan caller) {
        return new Joined(desk.accept(caller.id(), request.token()));
    }
}
