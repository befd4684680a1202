package podo.inventory.hold.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import podo.inventory.hold.AreaWish;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldRequest;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.hold.attempt.HoldRules;
import podo.inventory.hold.lifecycle.HoldLifecycle;
import podo.inventory.hold.line.RefusedPassReporter;
import podo.inventory.seat.Halls;
import podo.starter.idempotency.Idempotent;
import podo.starter.problem.InvalidField;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;
import podo.starter.security.Fan;
import podo.starter.security.NoPass;

/** Holds for fans. {@link HoldAccessInterceptor} checks the entry pass and the rate before {@link #create} is called. */
@Tag(name = "Holds")
@RestController
class HoldController {

    /** More seats than any event allows one fan. */
    private static final int MAX_SEATS = 50;

    /**
     * @param areas how many places the fan wants in which standing areas
     * @param total what the fan has read that it costs together; a hold at another price is refused
     */
    record RequestedSeats(
            @Nullable List<@NotNull Long> seatIds,
            @Nullable @Size(max = MAX_SEATS) List<@NotNull @Valid RequestedPlaces> areas,
            @Nullable Boolean accessible,
            @Nullable Long total) {

        List<Long> seats() {
            return seatIds == null ? List.of() : seatIds;
        }

        List<AreaWish> wishes() {
            return areas == null
                    ? List.of()
                    : areas.stream()
                            .map(area -> new AreaWish(area.areaId(), area.count()))
                            .toList();
        }
    }

    record RequestedPlaces(
            @NotNull Long areaId,
            @NotNull @Min(1) @Max(MAX_SEATS) Integer count) {}

    private final HoldDesk desk;
    private final HoldRules rules;
    private final HoldLifecycle lifecycle;
    private final Halls halls;
    private final EntryPasses passes;
    private final RefusedPassReporter refusedPasses;
    private final Clock clock;

    HoldController(
            HoldDesk desk,
            HoldRules rules,
            HoldLifecycle lifecycle,
            Halls halls,
            EntryPasses passes,
            RefusedPassReporter refusedPasses,
            Clock clock) {
        this.desk = desk;
        this.rules = rules;
        this.lifecycle = lifecycle;
        this.halls = halls;
        this.passes = passes;
        this.refusedPasses = refusedPasses;
        this.clock = clock;
    }

    @PostMapping("/api/events/{eventId}/holds")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Operation(summary = "Hold seats, places in standing areas, or both; needs an entry pass in X-Entry-Pass")
    HoldAnswer create(
            @PathVariable long eventId,
            @RequestBody @Valid RequestedSeats seats,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String requestKey,
            @RequestAttribute(HoldAccessInterceptor.PASS) EntryPass pass,
            Fan fan) {
        List<AreaWish> wishes = seats.wishes();
        if ((seats.seats().isEmpty() && wishes.isEmpty()) || seats.seats().size() > MAX_SEATS) {
            throw new InvalidField("seatIds", "seats", MAX_SEATS);
        }
        if (new HashSet<>(seats.seats()).size() < seats.seats().size()) {
            throw new InvalidField("seatIds", "distinct");
        }
        if (wishes.stream().map(AreaWish::areaId).distinct().count() < wishes.size()) {
            throw new InvalidField("areas", "distinct-areas");
        }
        boolean accessible = Boolean.TRUE.equals(seats.accessible());
        Hold hold = desk.hold(
                new HoldRequest(eventId, fan.id(), seats.seats(), wishes, pass, requestKey, accessible, seats.total()));
        return answer(hold, rules.findWarnings(hold));
    }

    @GetMapping("/api/holds/{holdId}")
    @Operation(summary = "Read one of your holds")
    HoldAnswer read(@PathVariable String holdId, Fan fan) {
        return answer(lifecycle.findOwn(holdId, fan.id()), List.of());
    }

    @DeleteMapping("/api/holds/{holdId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Release a hold; its seats are available at once")
    void release(@PathVariable String holdId, Fan fan) {
        lifecycle.release(lifecycle.findOwn(holdId, fan.id()));
    }

    @PostMapping("/api/holds/{holdId}/extend")
    @Operation(summary = "Extend a hold, up to the event's number of extensions")
    HoldAnswer extend(
            @PathVariable String holdId,
            @RequestHeader(name = EntryPass.HEADER, required = false) @Nullable String pass,
            Fan fan) {
        Hold hold = lifecycle.findOwn(holdId, fan.id());
        return answer(lifecycle.extend(hold, pass == null ? null : readPass(pass, hold)), List.of());
    }

    private EntryPass readPass(String pass, Hold hold) {
        try {
            return passes.read(pass).of(hold.fanId(), hold.eventId());
        } catch (NoPass e) {
            refusedPasses.report(hold.eventId(), hold.fanId(), e.reason());
            throw e;
        }
    }

    private HoldAnswer answer(Hold hold, List<Long> leavesAlone) {
        return HoldAnswer.of(hold, halls.latest(hold.eventId()), clock.instant(), leavesAlone);
    }
}
