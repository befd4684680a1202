package podo.reservation.waitingroom.api;

import podo.reservation.waitingroom.receipt.DrawReceipts;
import podo.reservation.waitingroom.line.JoinLimit;
import podo.reservation.waitingroom.line.Line;
import podo.reservation.waitingroom.line.NotInLine;
import podo.reservation.waitingroom.line.Place;
import podo.reservation.waitingroom.receipt.RecoveryReceipts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.security.EntryPasses;
import podo.starter.security.Fan;

/** A fan's place in the line of an event. */
@RestController
@RequestMapping("/api/events/{eventId}/queue")
class LineController {

    /** The header with which a fan proves a place after a loss of data. */
    static final String RECEIPT = "X-Queue-Receipt";

    record Pass(String pass, Instant expiresAt) {}

    /**
     * @param receipt a JSON web token signed with Ed25519: ticket, number (0 before the draw), seed hash, and when it was signed
     * @param key what it is checked with
     */
    record SignedReceipt(String receipt, String key) {}

    private final Line line;
    private final JoinLimit limit;
    private final EntryPasses passes;
    private final DrawReceipts proofs;

    LineController(Line line, JoinLimit limit, EntryPasses passes, DrawReceipts proofs) {
        this.line = line;
        this.limit = limit;
        this.passes = passes;
        this.proofs = proofs;
    }

    /** Joins, or answers the place the fan has already; 404; 409 {@code line-not-open}; 429. */
    @PostMapping
    Place join(
            @PathVariable long eventId,
            @RequestHeader(name = RECEIPT, required = false) @Nullable String receipt,
            Fan fan) {
        limit.spend(eventId, fan.id());
        return line.join(eventId, fan.id(), receipt);
    }

    /** Asking is the fan's sign of life; 404 {@code not-in-line}. */
    @GetMapping("/me")
    Place me(@PathVariable long eventId, Fan fan) {
        return line.look(eventId, fan.id());
    }

    /** What proves the place to anybody, with what was published about the seed; 404 {@code not-in-line}. */
    @GetMapping("/me/receipt")
    SignedReceipt receipt(@PathVariable long eventId, Fan fan) {
        Place place = line.look(eventId, fan.id());
        String ticketId = place.ticketId();
        if (ticketId == null) {
            throw new NotInLine();
        }
        long number = place.number() == null ? 0 : place.number();
        return new SignedReceipt(
                proofs.of(
                        new RecoveryReceipts.Receipt(eventId, fan.id(), ticketId, number),
                        line.room(eventId).seedHash()),
                proofs.publicKey());
    }

    @DeleteMapping("/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable long eventId, Fan fan) {
        line.leave(eventId, fan.id());
    }

    /** The pass of a fan whose turn it is, the same one when asked again; 409 {@code not-your-turn}. */
    @PostMapping("/enter")
    Pass enter(@PathVariable long eventId, Fan fan) {
        return pass(line.enter(eventId, fan.id()));
    }

    /** A longer pass, as often as the event allows; 409 {@code no-more-time}. */
    @PostMapping("/extend")
    Pass extend(@PathVariable long eventId, Fan fan) {
        return pass(line.extend(eventId, fan.id()));
    }

    private Pass pass(Line.Entered entered) {
        return new Pass(passes.mint(entered.pass()), entered.pass().expiresAt());
    }
}
