package podo.notification.webhook.endpoint;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.notification.webhook.WebhookType;
import podo.starter.security.Fan;
import podo.starter.team.Right;
import podo.starter.team.TeamRights;

/** The webhooks of a team, for its owners and managers. */
@Tag(name = "Webhooks", description = "Addresses that are told what happens with a team's events")
@RestController
@RequestMapping("/api/teams/{teamId}/webhooks")
class TeamWebhookController {

    record WebhookRequest(
            @NotBlank @Size(max = 500) String url,
            @NotEmpty @Size(max = 20) Set<@NotNull WebhookType> types) {}

    record ChangeRequest(
            @NotBlank @Size(max = 500) String url,
            @NotEmpty @Size(max = 20) Set<@NotNull WebhookType> types,
            @NotNull Boolean on) {}

    private final WebhookDesk desk;
    private final WebhookViews views;
    private final WebhookUrl urls;
    private final TeamRights teams;

    TeamWebhookController(WebhookDesk desk, WebhookViews views, WebhookUrl urls, TeamRights teams) {
        this.desk = desk;
        this.views = views;
        this.urls = urls;
        this.teams = teams;
    }

    @Operation(summary = "List a team's webhooks; owner or manager")
    @GetMapping
    List<WebhookViews.WebhookView> list(@PathVariable long teamId, Fan caller) {
        require(caller, teamId);
        return desk.list(teamId).stream().map(views::of).toList();
    }

    @Operation(
            summary = "Make a webhook; owner or manager. Its secret is in this answer and never again. "
                    + "The address is https and public: 400 with the field url otherwise")
    @PostMapping
    ResponseEntity<WebhookDesk.MadeWebhook> make(
            @PathVariable long teamId, @Valid @RequestBody WebhookRequest request, Fan caller) {
        require(caller, teamId);
        return uncached(
                HttpStatus.CREATED, desk.make(teamId, urls.checked(request.url()), request.types(), caller.id()));
    }

    @Operation(summary = "Change a webhook, or switch it on or off; owner or manager")
    @PutMapping("/{id}")
    WebhookViews.WebhookView change(
            @PathVariable long teamId, @PathVariable long id, @Valid @RequestBody ChangeRequest request, Fan caller) {
        require(caller, teamId);
        desk.find(teamId, id);
        desk.change(teamId, id, urls.checked(request.url()), request.types(), request.on(), caller.id());
        return views.of(desk.find(teamId, id));
    }

    @Operation(summary = "Delete a webhook with all that is kept of it; owner or manager")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long teamId, @PathVariable long id, Fan caller) {
        require(caller, teamId);
        desk.delete(teamId, id, caller.id());
    }

    @Operation(summary = "Make a new secret, shown once; for a day both are good, and requests are signed with both")
    @PostMapping("/{id}/secret")
    ResponseEntity<WebhookDesk.MadeWebhook> renewSecret(@PathVariable long teamId, @PathVariable long id, Fan caller) {
        require(caller, teamId);
        return uncached(HttpStatus.OK, desk.renewSecret(teamId, id, caller.id()));
    }

    @Operation(summary = "Send a test message (webhook.test); 409 webhook-off")
    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void test(@PathVariable long teamId, @PathVariable long id, Fan caller) {
        require(caller, teamId);
        desk.test(teamId, id, caller.id());
    }

    @Operation(
            summary =
                    "List what was sent in the last 30 days, newest first, with each try and the beginning of its answer")
    @GetMapping("/{id}/messages")
    List<WebhookViews.MessageView> messages(
            @PathVariable long teamId,
            @PathVariable long id,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
            Fan caller) {
        require(caller, teamId);
        desk.find(teamId, id);
        return views.messages(id, before, size);
    }

    @Operation(summary = "Send a message again now, with the same id; 409 webhook-off")
    @PostMapping("/{id}/messages/{messageId}/again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void sendAgain(@PathVariable long teamId, @PathVariable long id, @PathVariable long messageId, Fan caller) {
        require(caller, teamId);
        desk.sendAgain(teamId, id, messageId, caller.id());
    }

    private void require(Fan caller, long teamId) {
        teams.require(Right.KEYS, caller, teamId);
    }

    private static ResponseEntity<WebhookDesk.MadeWebhook> uncached(HttpStatus status, WebhookDesk.MadeWebhook made) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(made);
    }
}
