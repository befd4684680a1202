package podo.user.key;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.key.ApiScope;
import podo.starter.passkey.LogInMethod;
import podo.starter.passkey.PasskeyRequired;
import podo.starter.security.Fan;
import podo.starter.text.PersonText;

/** The API keys of a team, for its owners and managers. */
@Tag(name = "API keys", description = "Keys with which programs act for a team")
@RestController
@RequestMapping("/api/teams/{teamId}/keys")
class KeyController {

    /** @param days until the key ends */
    record KeyRequest(
            @PersonText(max = 100) String name,
            @NotEmpty @Size(max = 20) Set<@NotNull ApiScope> scopes,
            @NotNull @Min(1) @Max(365) Integer days) {}

    private final KeyDesk desk;
    private final boolean moneyTakesPasskey;

    KeyController(KeyDesk desk, @Value("${podo.passkeys.required-for-money:true}") boolean moneyTakesPasskey) {
        this.desk = desk;
        this.moneyTakesPasskey = moneyTakesPasskey;
    }

    @Operation(summary = "List a team's keys, with those that ended in the last thirty days; owner or manager")
    @GetMapping
    List<StoredKey> list(@PathVariable long teamId, Fan caller) {
        return desk.list(caller.id(), teamId);
    }

    @Operation(
            summary = "Make a key, for a year at most; owner or manager. Its text is in this answer and never again. "
                    + "The scope money:read takes a log-in with a passkey: 403 passkey-required")
    @PostMapping
    ResponseEntity<KeyDesk.MadeKey> make(
            @PathVariable long teamId,
            @Valid @RequestBody KeyRequest request,
            Fan caller,
            @AuthenticationPrincipal Jwt token) {
        boolean byPasskey = LogInMethod.isPasskey(token);
        if (moneyTakesPasskey && !byPasskey && request.scopes().stream().anyMatch(ApiScope::isForMoney)) {
            throw new PasskeyRequired();
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(desk.make(
                        caller.id(),
                        teamId,
                        request.name(),
                        request.scopes(),
                        Duration.ofDays(request.days()),
                        byPasskey));
    }

    @Operation(summary = "Revoke a key, in force everywhere within ten seconds; owner or manager")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long teamId, @PathVariable long id, Fan caller) {
        desk.revoke(caller.id(), teamId, id);
    }
}
