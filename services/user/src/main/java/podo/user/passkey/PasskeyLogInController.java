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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.user.guard.ClientAddresses;
import podo.user.guard.ClientAgents;
import podo.user.token.TokenPair;
import tools.jackson.databind.JsonNode;

/** Log-in with a passkey, without address and password. */
@Tag(name = "Tokens")
@RestController
@RequestMapping("/api/tokens/passkey")
class PasskeyLogInController {

    /** @param credential what {@code navigator.credentials.get} answered, binary values in Base64URL */
    record PasskeyLogIn(
            @NotBlank @Size(max = 100) String ceremony,
            @NotNull @Schema(type = "object") JsonNode credential,
            @Nullable @Size(max = 5) List<@NotNull @Size(max = 200) String> devices) {

        /** Leaves out all. */
        @Override
        public String toString() {
            return "PasskeyLogIn[]";
        }
    }

    private final PasskeyCeremonies ceremonies;
    private final PasskeyLogInDesk desk;
    private final ClientAddresses addresses;

    PasskeyLogInController(PasskeyCeremonies ceremonies, PasskeyLogInDesk desk, ClientAddresses addresses) {
        this.ceremonies = ceremonies;
        this.desk = desk;
        this.addresses = addresses;
    }

    @Operation(
            summary =
                    "Begin a log-in with a passkey: the options for the authenticator, valid for five minutes and once")
    @PostMapping("/options")
    ResponseEntity<PasskeyCeremonies.Question> begin() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(ceremonies.beginLogIn());
    }

    @Operation(summary = "Log in with the authenticator's answer")
    @PostMapping
    ResponseEntity<TokenPair> logIn(@Valid @RequestBody PasskeyLogIn body, HttpServletRequest request) {
        List<String> devices = body.devices() == null ? List.of() : body.devices();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(desk.logIn(
                        body.ceremony(), body.credential(), addresses.of(request), devices, ClientAgents.of(request)));
    }
}
