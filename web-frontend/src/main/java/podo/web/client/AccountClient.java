package podo.web.client;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Accounts and tokens, at the user service. */
public interface AccountClient {

    record NewAccount(String email, String password, String name) {}

    record Credentials(String email, String password) {

        @Override
        public String toString() {
            return "Credentials of " + email;
        }
    }

    /** @param expiresIn life of the access token in seconds */
    record Tokens(String accessToken, String refreshToken, long expiresIn) {

        @Override
        public String toString() {
            return "Tokens";
        }
    }

    record Refresh(String refreshToken) {}

    record Account(long id, String email, String name, List<String> roles) {}

    @PostExchange("/api/users")
    void signUp(@RequestBody NewAccount account);

    @PostExchange("/api/tokens")
    Tokens logIn(@RequestBody Credentials credentials);

    @PostExchange("/api/tokens/refresh")
    Tokens refresh(@RequestBody Refresh refresh);

    @PostExchange("/api/tokens/revoke")
    void revoke(@RequestBody Refresh refresh);

    @GetExchange("/api/users/me")
    Account me(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);
}
