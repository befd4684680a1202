package podo.inventory.hold.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import podo.inventory.hold.Hold;
import podo.inventory.hold.lifecycle.HoldLifecycle;

/** How many holds stand, in one call, for the lists of reservation. A POST, because the ids don't fit an address. */
@RestController
class HoldStateController {

    record HoldState(String holdId, Hold.Status status, Instant expiresAt) {}

    private final HoldLifecycle lifecycle;
    private final Clock clock;

    HoldStateController(HoldLifecycle lifecycle, Clock clock) {
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /** Unknown ids are left out. */
    @PostMapping("/internal/holds/states")
    List<HoldState> states(@RequestBody @Size(max = 2_000) List<@NotNull String> holdIds) {
        Instant now = clock.instant();
        return lifecycle.findAll(holdIds).stream()
                .map(hold -> new HoldState(hold.id(), hold.seenAt(now), hold.heldUntil()))
                .toList();
    }
}
