package podo.web.team;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** A team's API keys, at the user service. */
interface ApiKeyClient {

    /** @param start the first characters of its text */
    record Key(
            long id,
            String name,
            String start,
            List<String> scopes,
            Instant madeAt,
            Instant endsAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {

        public boolean isInForce(Instant now) {
            return revokedAt == null && now.isBefore(endsAt);
        }
    }

    record NewKey(
            String name, List<String> scopes, @Nullable Integer days) {}

    record MadeKey(long id, String key, Instant endsAt) {

        /** Leaves out the key. */
        @Override
        public String toString() {
            return "MadeKey[" + id + "]";
        }
    }

    @GetExchange("/api/teams/{team}/keys")
    List<Key> list(@PathVariable long team);

    @PostExchange("/api/teams/{team}/keys")
    MadeKey make(@PathVariable long team, @RequestBody NewKey key);

    @DeleteExchange("/api/teams/{team}/keys/{id}")
    void revoke(@PathVariable long team, @PathVariable long id);
}
