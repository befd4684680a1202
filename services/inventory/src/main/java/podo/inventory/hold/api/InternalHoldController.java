package podo.inventory.hold.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import podo.inventory.seat.Hall;
import podo.inventory.seat.Halls;
import podo.inventory.seat.SeatOffer;

/** Holds for reservation and payment. */
@RestController
@RequestMapping("/internal/holds/{holdId}")
class InternalHoldController {

    /**
     * @param total whole won, at the prices of the usual tickets
     * @param kinds other kinds of ticket that are sold for these seats now, by grade; none for a seat that was offered back
     */
    record HoldFacts(
            String holdId,
            long eventId,
            long fanId,
            List<SeatOffer> seats,
            long total,
            Instant expiresAt,
            String passId,
            Instant passExpiresAt,
            Hold.Status status,
            Map<String, List<Hall.Kind>> kinds) {}

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
        Hall hall = halls.latest(hold.eventId());
        List<SeatOffer> seats = HoldAnswer.offers(hold, hall);
        return new HoldFacts(
                hold.id(),
                hold.eventId(),
                hold.fanId(),
                seats,
                hold.total(),
                hold.heldUntil(),
                hold.passId(),
                hold.passUntil(),
                hold.seenAt(clock.instant()),
                hold.giveBackId().isPresent() ? Map.of() : kinds(seats, hall));
    }

    private static Map<String, List<Hall.Kind>> kinds(List<SeatOffer> seats, Hall hall) {
        Set<String> held = seats.stream().map(SeatOffer::grade).collect(Collectors.toSet());
        return hall.grades().stream()
                .filter(grade -> held.contains(grade.name()) && !grade.kinds().isEmpty())
                .collect(Collectors.toMap(Hall.Grade::name, Hall.Grade::kinds));
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
