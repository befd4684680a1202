package podo.inventory.hold.rehearsal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.contracts.inventory.HiddenCopies;
import podo.inventory.hold.HoldRequest;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.hold.lifecycle.HoldLifecycle;
import podo.starter.problem.NotFound;
import podo.starter.security.EntryPass;

/** Hidden copies for reservation, whose scripted fans rehearse a sale on them: laid out, held, given back and removed. */
@RestController
@RequestMapping("/internal/hidden-copies/{copyId}")
class InternalHiddenCopyController {

    record LaidOut(int seats) {}

    record WishedSeats(
            @NotNull Long fanId,
            @NotEmpty List<@NotNull Long> seatIds,
            @NotNull String passId,
            @NotNull Instant passUntil) {}

    record Held(String holdId) {}

    private final HiddenHalls copies;
    private final HoldDesk desk;
    private final HoldLifecycle lifecycle;

    InternalHiddenCopyController(HiddenHalls copies, HoldDesk desk, HoldLifecycle lifecycle) {
        this.copies = copies;
        this.desk = desk;
        this.lifecycle = lifecycle;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    LaidOut lay(@PathVariable long copyId, @Valid @RequestBody CopyRequest request) {
        requireCopy(copyId);
        return new LaidOut(copies.lay(copyId, request));
    }

    /**
     * As a fan's hold, but for the check of the pass's signature and the limit a minute; 409 {@code seats-taken}. The same seats with the same
     * pass again are the hold that there is.
     */
    @PostMapping("/holds")
    @ResponseStatus(HttpStatus.CREATED)
    Held hold(@PathVariable long copyId, @Valid @RequestBody WishedSeats wish) {
        requireCopy(copyId);
        EntryPass pass = new EntryPass(wish.passId(), copyId, wish.fanId(), wish.passUntil());
        HoldRequest request = new HoldRequest(copyId, wish.fanId(), wish.seatIds(), pass, wish.passId(), false, null);
        return new Held(desk.rehearse(request).id());
    }

    @DeleteMapping("/holds/{holdId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable long copyId, @PathVariable String holdId) {
        var hold = lifecycle.find(holdId);
        if (hold.eventId() != copyId || !HiddenCopies.isOne(copyId)) {
            throw new NotFound();
        }
        lifecycle.release(hold);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long copyId) {
        requireCopy(copyId);
        copies.remove(copyId);
        copies.forget(copyId);
    }

    private static void requireCopy(long copyId) {
        if (!HiddenCopies.isOne(copyId)) {
            throw new NotFound();
        }
    }
}
