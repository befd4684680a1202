package podo.inventory.hold.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.inventory.hold.Hold;
import podo.inventory.hold.lifecycle.HoldLifecycle;
import podo.inventory.seat.Halls;
import podo.inventory.seat.SeatOffer;

/** Holds for reservation and payment. */
@RestController
@RequestMapping("/internal/holds/{holdId}")
class InternalHoldController {

    /** @param total whole won */
    record HoldFacts(
            String holdId,
            long eventId,
            long fanId,
            List<SeatOffer> seats,
            long total,
            Instant expiresAt,
            String passId,
            Instant passExpiresAt,
            Hold.Status status) {}

    record Pinned(Instant pinnedUntil) {}

    private final HoldLifecycle lifecycle;
    private final Halls halls;
    private final Clock clock;

    InternalHoldController(HoldLifecycle lifecycle, Halls halls, Clock clock) {
        this.lifecycle = lifecycle;
        this.halls = halls;
        this.clock = clock;
    }

    @GetMapping
    HoldFacts facts(@PathVariable String holdId) {
        Hold hold = lifecycle.find(holdId);
        return new HoldFacts(
                hold.id(),
                hold.eventId(),
                hold.fanId(),
                HoldAnswer.offers(hold, halls.latest(hold.eventId())),
                hold.total(),
                hold.heldUntil(),
                hold.passId(),
                hold.passUntil(),
                hold.seenAt(clock.instant()));
    }

    @PostMapping("/pin")
    Pinned pin(@PathVariable String holdId) {
        return new Pinned(lifecycle.pin(holdId).heldUntil());
    }

    @DeleteMapping("/pin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unpin(@PathVariable String holdId) {
        lifecycle.unpin(holdId);
    }
}
