package podo.web.passkey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import tools.jackson.databind.JsonNode;

/** Passkeys, at the user service. */
public interface PasskeyClient {

    /** @param lastUsedAt null until somebody logs in with it */
    record OwnPasskey(
            long id,
            String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    /** @param publicKey the options of {@code navigator.credentials} */
    record Question(String ceremony, JsonNode publicKey) {}

    record Beginning(@Nullable String password) {

        @Override
        public String toString() {
            return "Beginning";
        }
    }

    record NewPasskey(String ceremony, String name, JsonNode credential) {}

    @PostExchange("/api/tokens/passkey/options")
    Question beginLogIn();

    @GetExchange("/api/users/me/passkeys")
    List<OwnPasskey> list();

    @PostExchange("/api/users/me/passkeys/options")
    Question beginAdding(@RequestBody Beginning beginning);

    @PostExchange("/api/users/me/passkeys")
    OwnPasskey add(@RequestBody NewPasskey passkey);

    @DeleteExchange("/api/users/me/passkeys/{id}")
    void remove(@PathVariable String id);
}
