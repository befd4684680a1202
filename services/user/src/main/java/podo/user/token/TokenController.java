package podo.user.token;

import io.swagger.v3.oas.annotations.Operation;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.user.guard.ClientAddresses;
import podo.user.guard.ClientAgents;

/** Log-in, token refresh and log-out. */
@Tag(name = "Tokens", description = "Log in, refresh and revoke tokens")
@RestController
@RequestMapping("/api/tokens")
class TokenController {

    record LogInRequest(
            @NotBlank @Size(max = 254) String email,
            @NotNull @Size(min = 1, max = 200) String password,
            @Nullable @Size(max = 5) List<@NotNull @Size(max = 200) String> devices) {

        /** Leaves out all. */
        @Override
        public String toString() {
            return "LogInRequest[]";
        }
    }

    record RefreshRequest(@NotBlank @Size(max = 200) String refreshToken) {

        /** Leaves out the token. */
        @Override
        public String toString() {
            return "RefreshRequest[]";
        }
    }

    private final LogInDesk desk;
    private final TokenIssuer issuer;
    private final ClientAddresses addresses;

    TokenController(LogInDesk desk, TokenIssuer issuer, ClientAddresses addresses) {
        this.desk = desk;
        this.issuer = issuer;
        this.addresses = addresses;
    }

    @Operation(
            summary =
                    "Log in with e-mail and password, and with the device tokens of earlier log-ins, which keep others' failures from counting")
    @PostMapping
    ResponseEntity<TokenPair> logIn(@Valid @RequestBody LogInRequest body, HttpServletRequest request) {
        return uncached(desk.logIn(
                body.email(),
                body.password(),
                addresses.of(request),
                body.devices() == null ? List.of() : body.devices(),
                ClientAgents.of(request)));
    }

    @Operation(summary = "Exchange a refresh token for a new pair of tokens")
    @PostMapping("/refresh")
    ResponseEntity<TokenPair> refresh(@Valid @RequestBody RefreshRequest body) {
        return uncached(issuer.refresh(body.refreshToken()));
    }

    @Operation(summary = "Log out: revoke all refresh tokens of this log-in")
    @PostMapping("/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(@Valid @RequestBody RefreshRequest body) {
        issuer.logOut(body.refreshToken());
    }

    private static ResponseEntity<TokenPair> uncached(TokenPair tokens) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tokens);
    }
}
