package podo.web.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import podo.starter.team.Membership;
import tools.jackson.databind.JsonNode;

/** Accounts and tokens, at the user service. */
public interface AccountClient {

    record NewAccount(String email, String password, String name) {}

    /** @param devices the device tokens of earlier log-ins at this browser */
    record Credentials(String email, String password, List<String> devices) {

        @Override
        public String toString() {
            return "Credentials";
        }
    }

    /**
     * @param expiresIn life of the access token in seconds
     * @param logIn what all tokens of this log-in share
     * @param device after a log-in: for the browser to show at its next one
     * @param failedLogIns how many log-ins failed since the one before; null when none did
     */
    record Tokens(
            String accessToken,
            String refreshToken,
            long expiresIn,
            @Nullable String logIn,
            @Nullable String device,
            @Nullable Integer failedLogIns,
            @Nullable Instant failedSince) {

        @Override
        public String toString() {
            return "Tokens";
        }
    }

    /** @param credential what the browser's authenticator answered */
    record PasskeyCredentials(String ceremony, JsonNode credential, List<String> devices) {

        @Override
        public String toString() {
            return "PasskeyCredentials";
        }
    }

    record Refresh(String refreshToken) {}

    record Account(long id, String email, String name, List<String> roles) {}

    @PostExchange("/api/users")
    void signUp(@RequestBody NewAccount account);

    @PostExchange("/api/tokens")
    Tokens logIn(@RequestBody Credentials credentials);

    @PostExchange("/api/tokens/passkey")
    Tokens logIn(@RequestBody PasskeyCredentials credentials);

    @PostExchange("/api/tokens/refresh")
    Tokens refresh(@RequestBody Refresh refresh);

    @PostExchange("/api/tokens/revoke")
    void revoke(@RequestBody Refresh refresh);

    /** The teams that the account is in. */
    @GetExchange("/api/teams")
    List<Membership> teams(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);

    @GetExchange("/api/users/me")
    Account me(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);
}
