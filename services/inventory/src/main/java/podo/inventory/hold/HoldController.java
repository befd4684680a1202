package podo.inventory.hold;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.inventory.seat.Halls;
import podo.starter.idempotency.Idempotent;
import podo.starter.problem.InvalidField;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;
import podo.starter.security.Fan;
import podo.starter.security.NoPass;

/** Holds, as fans ask for them. {@link HoldAccessFilter} has looked at the pass before the first one is reached. */
@RestController
class HoldController {

    /** More seats than any event allows in one request are nonsense, not a wish. */
    private static final int MOST = 50;

    record Seats(
            @NotNull List<@NotNull Long> seatIds, @Nullable Boolean accessible) {}

    private final HoldDesk desk;
    private final HoldRules rules;
    private final HoldLifecycle care;
    private final Halls halls;
    private final EntryPasses passes;
    private final RefusedPassReporter refused;
    private final Clock clock;

    HoldController(
            HoldDesk desk,
            HoldRules rules,
            HoldLifecycle care,
            Halls halls,
            EntryPasses passes,
            RefusedPassReporter refused,
            Clock clock) {
        this.desk = desk;
        this.rules = rules;
        this.care = care;
        this.halls = halls;
        this.passes = passes;
        this.refused = refused;
        this.clock = clock;
    }

    @PostMapping("/api/events/{eventId}/holds")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    HoldAnswer take(
            @PathVariable long eventId,
            @RequestBody @Valid Seats seats,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String requestKey,
            @RequestAttribute(HoldAccessFilter.PASS) EntryPass pass,
            Fan fan) {
        if (seats.seatIds().isEmpty() || seats.seatIds().size() > MOST) {
            throw new InvalidField("seatIds", "seats", MOST);
        }
        if (new HashSet<>(seats.seatIds()).size() < seats.seatIds().size()) {
            throw new InvalidField("seatIds", "distinct");
        }
        boolean accessible = Boolean.TRUE.equals(seats.accessible());
        Hold hold = desk.take(new HoldRequest(eventId, fan.id(), seats.seatIds(), pass, requestKey, accessible));
        return answer(hold, rules.warnings(hold));
    }

    @GetMapping("/api/holds/{holdId}")
    HoldAnswer read(@PathVariable String holdId, Fan fan) {
        return answer(care.own(holdId, fan.id()), List.of());
    }

    @DeleteMapping("/api/holds/{holdId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable String holdId, Fan fan) {
        care.release(care.own(holdId, fan.id()));
    }

    @PostMapping("/api/holds/{holdId}/extend")
    HoldAnswer extend(
            @PathVariable String holdId,
            @RequestHeader(name = EntryPass.HEADER, required = false) @Nullable String pass,
            Fan fan) {
        Hold hold = care.own(holdId, fan.id());
        return answer(care.extend(hold, pass == null ? null : fresh(pass, hold)), List.of());
    }

    private EntryPass fresh(String pass, Hold hold) {
        try {
            return passes.read(pass).of(hold.fanId(), hold.eventId());
        } catch (NoPass e) {
            refused.note(hold.eventId(), hold.fanId(), e.reason());
            throw e;
        }
    }

    private HoldAnswer answer(Hold hold, List<Long> leavesAlone) {
        return HoldAnswer.of(hold, halls.of(hold.eventId()), clock.instant(), leavesAlone);
    }
}
