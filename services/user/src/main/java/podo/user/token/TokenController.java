package podo.user.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tokens")
class TokenController {

    record Credentials(
            @NotBlank @Size(max = 254) String email,
            @NotNull @Size(min = 1, max = 200) String password) {

        /** Never prints the password. */
        @Override
        public String toString() {
            return "Credentials[" + email + "]";
        }
    }

    record Refresh(@NotBlank @Size(max = 200) String refreshToken) {

        /** Never prints the token. */
        @Override
        public String toString() {
            return "Refresh[]";
        }
    }

    private final LogInDesk logIn;
    private final ClientAddresses addresses;

    TokenController(LogInDesk logIn, ClientAddresses addresses) {
        this.logIn = logIn;
        this.addresses = addresses;
    }

    @PostMapping
    ResponseEntity<TokenPair> logIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
        return secret(logIn.with(credentials.email(), credentials.password(), addresses.of(request)));
    }

    @PostMapping("/refresh")
    ResponseEntity<TokenPair> refresh(@Valid @RequestBody Refresh refresh) {
        return secret(logIn.again(refresh.refreshToken()));
    }

    @PostMapping("/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(@Valid @RequestBody Refresh refresh) {
        logIn.out(refresh.refreshToken());
    }

    private static ResponseEntity<TokenPair> secret(TokenPair tokens) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tokens);
    }
}
