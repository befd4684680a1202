package podo.reservation.code;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys of ticket codes, for everybody who checks tickets. */
@Tag(name = "Tickets")
@RestController
class TicketKeyController {

    record JwkSet(List<TicketKeys.Jwk> keys) {}

    /** How long a checker may go on without a new key. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final TicketKeys keys;

    TicketKeyController(TicketKeys keys) {
        this.keys = keys;
    }

    @Operation(summary = "Get the public keys that check ticket codes, as a JWK set")
    @GetMapping("/api/ticket-keys")
    ResponseEntity<JwkSet> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(new JwkSet(keys.jwks()));
    }
}
