package podo.reservation.waitingroom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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
import podo.reservation.waitingroom.line.JoinLimit;
import podo.reservation.waitingroom.line.Line;
import podo.reservation.waitingroom.line.NotInLine;
import podo.reservation.waitingroom.line.Place;
import podo.reservation.waitingroom.receipt.DrawReceipts;
import podo.reservation.waitingroom.receipt.PlaceReceipt;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;
import podo.starter.security.Fan;

/** A fan's place in the line of an event. */
@Tag(name = "Line")
@RestController
@RequestMapping("/api/events/{eventId}/queue")
class LineController {

    /** The header with a receipt, which restores a place after a loss of data. */
    static final String RECEIPT = "X-Queue-Receipt";

    record Pass(String pass, Instant expiresAt) {}

    /**
     * @param receipt a JSON Web Token signed with Ed25519: ticket, number (0 before the draw), seed hash, time of signing
     * @param key the key that checks it
     */
    record SignedReceipt(String receipt, String key) {}

    private final Line line;
    private final JoinLimit limit;
    private final Rooms rooms;
    private final EntryPasses passes;
    private final DrawReceipts receipts;

    LineController(Line line, JoinLimit limit, Rooms rooms, EntryPasses passes, DrawReceipts receipts) {
        this.line = line;
        this.limit = limit;
        this.rooms = rooms;
        this.passes = passes;
        this.receipts = receipts;
    }

    /** Joins, or answers the place that the fan has; 404; 409 {@code line-not-open}; 429 {@code too-many-joins}, {@code challenge-required}. */
    @Operation(summary = "Join the line, or get the place that you have")
    @PostMapping
    Place join(
            @PathVariable long eventId,
            @RequestHeader(name = RECEIPT, required = false) @Nullable String receipt,
            Fan fan,
            HttpServletRequest request) {
        limit.check(eventId, fan.id(), request);
        return line.join(eventId, fan.id(), receipt);
    }

    /** Counts as a heartbeat; 404 {@code not-in-line}. */
    @Operation(summary = "Get your place in the line")
    @GetMapping("/me")
    Place me(@PathVariable long eventId, Fan fan) {
        return line.status(eventId, fan.id());
    }

    /** A receipt that proves the place to anybody; 404 {@code not-in-line}. */
    @Operation(summary = "Get a signed receipt for your place")
    @GetMapping("/me/receipt")
    SignedReceipt receipt(@PathVariable long eventId, Fan fan) {
        Place place = line.status(eventId, fan.id());
        Room room = rooms.requireFor(eventId, fan.id());
        String ticketId = place.ticketId();
        if (ticketId == null) {
            throw new NotInLine();
        }
        Long number = place.number();
        PlaceReceipt receipt = new PlaceReceipt(room.eventId(), fan.id(), ticketId, number == null ? 0 : number);
        return new SignedReceipt(receipts.sign(receipt, room.seedHash()), receipts.publicKey());
    }

    @Operation(summary = "Leave the line")
    @DeleteMapping("/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable long eventId, Fan fan) {
        line.leave(eventId, fan.id());
    }

    /** The pass of a fan who has an offer, the same one when repeated; 409 {@code not-your-turn}. */
    @Operation(summary = "Take the offer and get an entry pass")
    @PostMapping("/enter")
    Pass enter(@PathVariable long eventId, Fan fan) {
        return signed(line.enter(eventId, fan.id()));
    }

    /** A pass with a later end, as often as the event allows; 409 {@code no-more-time}. */
    @Operation(summary = "Extend your entry pass")
    @PostMapping("/extend")
    Pass extend(@PathVariable long eventId, Fan fan) {
        return signed(line.extend(eventId, fan.id()));
    }

    private Pass signed(EntryPass pass) {
        return new Pass(passes.mint(pass), pass.expiresAt());
    }
}
