package podo.reservation.waitingroom.api;

import podo.reservation.waitingroom.receipt.DrawReceipts;
import podo.reservation.waitingroom.draw.DrawnPlaces;
import podo.reservation.waitingroom.line.Line;
import podo.reservation.waitingroom.room.Room;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.problem.InvalidField;

/** What anybody needs to check that a draw was fair. */
@RestController
@RequestMapping("/api/events/{eventId}/fairness")
class FairnessController {

    private static final int PAGE = 100_000;

    /**
     * @param seedHash SHA-256 of the seed, published when the lobby opens
     * @param seed published once the order is drawn, null before
     * @param listHash SHA-256 of the closed list: ticket ids in byte order, joined by newlines
     * @param drawn how many were drawn
     * @param receiptKey what signed receipts are checked with: an Ed25519 key, 32 bytes in base64url
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

    private final Line line;
    private final DrawnPlaces places;
    private final DrawReceipts proofs;

    FairnessController(Line line, DrawnPlaces places, DrawReceipts proofs) {
        this.line = line;
        this.places = places;
        this.proofs = proofs;
    }

    @GetMapping
    Fairness fairness(@PathVariable long eventId) {
        Room room = line.room(eventId);
        return new Fairness(
                eventId,
                METHOD,
                room.seedHash(),
                room.isDrawn() ? room.seed() : null,
                room.listHash(),
                room.drawn(),
                room.drawnAt(),
                proofs.publicKey(),
                "/api/events/" + eventId + "/fairness/tickets?from=1");
    }

    /** Everything in one file, for {@code ./podo verify-draw}; the list is empty before the draw. */
    @GetMapping("/draw")
    Draw draw(@PathVariable long eventId) {
        Room room = line.room(eventId);
        return new Draw(
                eventId,
                METHOD,
                room.seedHash(),
                room.isDrawn() ? room.seed() : null,
                room.listHash(),
                proofs.publicKey(),
                room.isDrawn() ? places.ticketIds(eventId, 1, room.drawn()) : List.of());
    }

    @GetMapping("/tickets")
    Page tickets(@PathVariable long eventId, @RequestParam(defaultValue = "1") long from) {
        Room room = line.room(eventId);
        if (from < 1) {
            throw new InvalidField("from", "from");
        }
        long next = from + PAGE;
        List<String> page = places.ticketIds(eventId, from, Math.min(room.drawn(), next - 1));
        return new Page(page, next <= room.drawn() ? Long.valueOf(next) : null);
    }
}
