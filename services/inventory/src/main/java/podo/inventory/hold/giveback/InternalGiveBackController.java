package podo.inventory.hold.giveback;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.inventory.hold.giveback.GiveBackRows.PassedSeat;
import podo.inventory.hold.giveback.GiveBackTransactions.Claimed;
import podo.inventory.hold.giveback.GiveBackTransactions.Result;
import podo.inventory.hold.giveback.GiveBackTransactions.Withdrawn;

/** Give-backs for reservation, which knows who asked for seats; and for the auditor. Each call can be repeated. */
@RestController
class InternalGiveBackController {

    record Opened(Result result) {}

    /** @param expiresAt the end of the claim; null without one */
    record ClaimAnswer(Result result, @Nullable Instant expiresAt) {}

    record WithdrawAnswer(Withdrawn result) {}

    private final SeatGiveBackDesk desk;
    private final GiveBackRows rows;

    InternalGiveBackController(SeatGiveBackDesk desk, GiveBackRows rows) {
        this.desk = desk;
        this.rows = rows;
    }

    @PostMapping("/internal/give-backs")
    Opened open(@Valid @RequestBody GiveBackRequest request) {
        return new Opened(desk.open(request));
    }

    @PostMapping("/internal/give-backs/{id}/claims")
    ClaimAnswer claim(@PathVariable String id, @Valid @RequestBody ClaimRequest request) {
        Claimed claimed = desk.claim(id, request);
        return new ClaimAnswer(
                claimed.result(), claimed.hold() == null ? null : claimed.hold().heldUntil());
    }

    /** @param force also while a fan is paying, who is refunded then */
    @DeleteMapping("/internal/give-backs/{id}")
    WithdrawAnswer withdraw(@PathVariable String id, @RequestParam boolean force) {
        return new WithdrawAnswer(desk.withdraw(id, force));
    }

    /** By id, those after {@code after}; 10,000 at most. */
    @GetMapping("/internal/audit/give-backs")
    List<PassedSeat> passed(@RequestParam String after, @RequestParam int limit) {
        return rows.findPassed(after, Math.min(limit, 10_000));
    }
}
