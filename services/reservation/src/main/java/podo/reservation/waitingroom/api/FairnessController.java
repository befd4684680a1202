package podo.reservation.waitingroom.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.waitingroom.draw.DrawnPlaces;
import podo.reservation.waitingroom.receipt.DrawReceipts;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;

/** What anybody needs to check that a draw was fair. */
@Tag(name = "Fairness")
@RestController
@RequestMapping("/api/events/{eventId}/fairness")
class FairnessController {

    private static final int PAGE = 100_000;

    /**
     * @param seedHash SHA-256 of the seed, published when the lobby opens
     * @param seed published with the draw, null before
     * @param listHash SHA-256 of the closed list: ticket ids in byte order, joined by newlines
     * @param drawn how many fans were drawn
     * @param receiptKey checks signed receipts: an Ed25519 key, 32 bytes in base64url
     * @param tickets path of the first page of drawn tickets
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Fairness(
            long eventId,
            String method,
            String seedHash,
            @Nullable String seed,
            @Nullable String listHash,
            int drawn,
            @Nullable Instant drawnAt,
            String receiptKey,
            String tickets) {}

    /** Ticket ids in drawn order; {@code next} is null on the last page. */
    record Page(List<String> ticketIds, @Nullable Long next) {}

    /** @param ticketIds in drawn order: the first has number 1 */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Draw(
            long eventId,
            String method,
            String seedHash,
            @Nullable String seed,
            @Nullable String listHash,
            String receiptKey,
            List<String> ticketIds) {}

    private static final String METHOD = "key = SHA-256(seed bytes || listHash bytes);"
            + " listHash = SHA-256(ticket ids in byte order joined by newlines);"
            + " order = HMAC-SHA256(key, ticketId) ascending, numbered from 1; no beacon";

    private final Rooms rooms;
    private final DrawnPlaces places;
    private final DrawReceipts receipts;

    FairnessController(Rooms rooms, DrawnPlaces places, DrawReceipts receipts) {
        this.rooms = rooms;
        this.places = places;
        this.receipts = receipts;
    }

    @Operation(summary = "Get the seed hash, and after the draw the seed")
    @GetMapping
    Fairness fairness(@PathVariable long eventId, @RequestParam(required = false) @Nullable Long presale) {
        Room room = room(eventId, presale);
        return new Fairness(
                eventId,
                METHOD,
                room.seedHash(),
                room.isDrawn() ? room.seed() : null,
                room.listHash(),
                room.drawn(),
                room.drawnAt(),
                receipts.publicKey(),
                "/api/events/" + eventId + "/fairness/tickets?from=1" + (presale == null ? "" : "&presale=" + presale));
    }

    /** Everything in one file, for {@code ./podo verify-draw}; the list is empty before the draw. */
    @Operation(summary = "Get the whole draw in one file")
    @GetMapping("/draw")
    Draw draw(@PathVariable long eventId, @RequestParam(required = false) @Nullable Long presale) {
        Room room = room(eventId, presale);
        return new Draw(
                eventId,
                METHOD,
                room.seedHash(),
                room.isDrawn() ? room.seed() : null,
                room.listHash(),
                receipts.publicKey(),
                room.isDrawn() ? places.ticketIds(room.eventId(), 1, room.drawn()) : List.of());
    }

    @Operation(summary = "List drawn tickets by page")
    @GetMapping("/tickets")
    Page tickets(
            @PathVariable long eventId,
            @RequestParam(defaultValue = "1") long from,
            @RequestParam(required = false) @Nullable Long presale) {
        Room room = room(eventId, presale);
        if (from < 1) {
            throw new InvalidField("from", "from");
        }
        long next = from + PAGE;
        List<String> page = places.ticketIds(room.eventId(), from, Math.min(room.drawn(), next - 1));
        return new Page(page, next <= room.drawn() ? Long.valueOf(next) : null);
    }

    /** The room of the event, or of one of its presales: each has a draw of its own. */
    private Room room(long eventId, @Nullable Long presale) {
        if (presale == null) {
            return rooms.require(eventId);
        }
        return rooms.find(Room.ofPresale(presale))
                .filter(room -> room.showId() == eventId)
                .orElseThrow(NotFound::new);
    }
}
