package podo.user.token;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.ended.EndedLogInSource;
import podo.starter.security.FanTokens;

/** Publishes what every service needs to verify access tokens by itself: the public key as a JWK set, and the log-ins that ended. */
@Tag(name = "Tokens")
@RestController
class KeySetController {

    private final FanTokens tokens;
    private final EndedLogInSource ended;

    KeySetController(FanTokens tokens, EndedLogInSource ended) {
        this.tokens = tokens;
        this.ended = ended;
    }

    @Operation(summary = "Read the JWK set that verifies access tokens")
    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<String> keySet() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .contentType(MediaType.APPLICATION_JSON)
                .body(tokens.keySet());
    }

    /** Numbers only, which say nothing to who does not have a token of the log-in; the gateway does not route this path. */
    @Operation(
            summary =
                    "List the log-ins that ended after a time, in milliseconds since 1970, so that their access tokens end too")
    @GetMapping("/.well-known/ended-log-ins")
    EndedLogInSource.Ended endedLogIns(
            @RequestParam(defaultValue = "0") @Min(0) @Max(253_402_300_799_000L) long after) {
        return ended.endedAfter(after);
    }
}
