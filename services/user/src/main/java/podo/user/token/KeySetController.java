package podo.user.token;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.security.FanTokens;

/** Publishes the public key as a JWK set, with which every service verifies access tokens by itself. */
@Tag(name = "Tokens")
@RestController
class KeySetController {

    private final FanTokens tokens;

    KeySetController(FanTokens tokens) {
        this.tokens = tokens;
    }

    @Operation(summary = "Read the JWK set that verifies access tokens")
    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<String> keySet() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .contentType(MediaType.APPLICATION_JSON)
                .body(tokens.keySet());
    }
}
