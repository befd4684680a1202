package podo.user.passkey;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import podo.starter.passkey.LogInMethod;
import podo.starter.problem.InvalidField;
import podo.starter.security.Fan;
import podo.starter.text.PersonText;
import podo.user.guard.ClientAddresses;
import tools.jackson.databind.JsonNode;

/** The caller's own passkeys. */
@Tag(name = "Users")
@RestController
@RequestMapping("/api/users/me/passkeys")
class PasskeyController {

    /** @param password may be left out after a log-in with a passkey */
    record Beginning(@Nullable @Size(min = 1, max = 200) String password) {

        /** Leaves out the password. */
        @Override
        public String toString() {
            return "Beginning[]";
        }
    }

    /** @param credential what {@code navigator.credentials.create} answered, binary values in Base64URL */
    record NewPasskey(
            @NotBlank @Size(max = 100) String ceremony,
            @PersonText(max = 60) String name,
            @NotNull @Schema(type = "object") JsonNode credential) {}

    private final PasskeyDesk desk;
    private final ClientAddresses addresses;

    PasskeyController(PasskeyDesk desk, ClientAddresses addresses) {
        this.desk = desk;
        this.addresses = addresses;
    }

    @Operation(summary = "List your passkeys, the oldest first")
    @GetMapping
    List<Passkey> list(Fan caller) {
        return desk.list(caller.id());
    }

    @Operation(summary = "Begin to add a passkey: the options for the authenticator, valid for five minutes and once")
    @PostMapping("/options")
    ResponseEntity<PasskeyCeremonies.Question> begin(
            @Valid @RequestBody Beginning body,
            Fan caller,
            @AuthenticationPrincipal @Nullable Jwt token,
            HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(desk.begin(caller.id(), LogInMethod.isPasskey(token), body.password(), addresses.of(request)));
    }

    @Operation(summary = "Add a passkey with the authenticator's answer")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Passkey add(@Valid @RequestBody NewPasskey body, Fan caller) {
        try {
            return desk.add(caller.id(), body.ceremony(), body.name(), body.credential());
        } catch (PasskeyRefused e) {
            // the caller is logged in: a 401 would say otherwise
            throw new InvalidField("credential", "passkey");
        }
    }

    @Operation(summary = "Remove a passkey; the password stays")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, Fan caller) {
        desk.remove(caller.id(), id);
    }
}
