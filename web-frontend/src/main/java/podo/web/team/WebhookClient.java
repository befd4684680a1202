package podo.web.team;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** A team's webhooks, at notification. */
interface WebhookClient {

    /** @param state ON, OFF or GONE */
    record Hook(
            long id,
            String url,
            List<String> types,
            String state,
            @Nullable Instant oldSecretUntil,
            Instant madeAt) {}

    record Wish(String url, List<String> types) {}

    record Change(String url, List<String> types, boolean on) {}

    record Made(long id, String secret) {

        /** Leaves out the secret. */
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /** @param problem why there was no answer; null with one */
    record Try(
            Instant at,
            int millis,
            @Nullable Integer status,
            @Nullable String problem,
            @Nullable String answer) {}

    /** @param state DUE, DONE or FAILED */
    record Sent(
            long id,
            String messageId,
            String type,
            String state,
            String body,
            Instant madeAt,
            @Nullable Instant nextTryAt,
            List<Try> tries) {}

    @GetExchange("/api/teams/{team}/webhooks")
    List<Hook> list(@PathVariable long team);

    @PostExchange("/api/teams/{team}/webhooks")
    Made make(@PathVariable long team, @RequestBody Wish wish);

    @PutExchange("/api/teams/{team}/webhooks/{id}")
    void change(@PathVariable long team, @PathVariable long id, @RequestBody Change change);

    @DeleteExchange("/api/teams/{team}/webhooks/{id}")
    void delete(@PathVariable long team, @PathVariable long id);

    @PostExchange("/api/teams/{team}/webhooks/{id}/secret")
    Made renewSecret(@PathVariable long team, @PathVariable long id);

    @PostExchange("/api/teams/{team}/webhooks/{id}/test")
    void test(@PathVariable long team, @PathVariable long id);

    @GetExchange("/api/teams/{team}/webhooks/{id}/messages")
    List<Sent> messages(
            @PathVariable long team, @PathVariable long id, @RequestParam long before, @RequestParam int size);

    @PostExchange("/api/teams/{team}/webhooks/{id}/messages/{message}/again")
    void sendAgain(@PathVariable long team, @PathVariable long id, @PathVariable long message);
}
