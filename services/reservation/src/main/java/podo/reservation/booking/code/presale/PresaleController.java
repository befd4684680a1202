package podo.reservation.booking.code.presale;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.booking.code.CodeGuesses;
import podo.reservation.booking.code.CodeUses;
import podo.reservation.presale.Presale;
import podo.reservation.presale.Presales;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;

/** Presales, for fans. Whoever entered a code stands in the line of its presale while that lasts. */
@Tag(name = "Presales")
@RestController
class PresaleController {

    record CodeToEnter(@NotNull @Size(max = 200) String code) {}

    /** @param grades those that are open; left out for all */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnPresale(String code, @Nullable List<String> grades, Instant from, Instant until) {

        static OwnPresale of(Presale presale) {
            return new OwnPresale(presale.code(), presale.grades(), presale.from(), presale.until());
        }
    }

    private final CodeGuesses guesses;
    private final CodeUses codes;
    private final Presales presales;
    private final Clock clock;

    PresaleController(CodeGuesses guesses, CodeUses codes, Presales presales, Clock clock) {
        this.guesses = guesses;
        this.codes = codes;
        this.presales = presales;
        this.clock = clock;
    }

    /** Takes no use: a booking does. 400 with the reason at {@code code}; 404; 429 {@code too-many-codes}. */
    @Operation(summary = "Enter the code of a presale; from then on you stand in its line while it lasts")
    @PostMapping("/api/events/{eventId}/presale")
    OwnPresale enter(@PathVariable long eventId, @Valid @RequestBody CodeToEnter request, Fan fan) {
        guesses.check(fan.id());
        Instant opening = presales.openingOf(eventId).orElseThrow(NotFound::new);
        long code = codes.findEarly(eventId, request.code(), fan.id(), opening);
        return OwnPresale.of(presales.enter(eventId, fan.id(), code));
    }

    /** 404 without one, and once it is over or its code was switched off. */
    @Operation(summary = "Get the presale whose code you have entered")
    @GetMapping("/api/events/{eventId}/presale")
    OwnPresale own(@PathVariable long eventId, Fan fan) {
        return presales.findOfFan(eventId, fan.id()).map(OwnPresale::of).orElseThrow(NotFound::new);
    }

    @Operation(summary = "List the presales of an event that are not over, without their codes")
    @GetMapping("/api/events/{eventId}/presales")
    List<CodeUses.Announced> announced(@PathVariable long eventId) {
        return presales.openingOf(eventId)
                .filter(opening -> clock.instant().isBefore(opening))
                .map(opening -> codes.announce(eventId, opening))
                .orElse(List.of());
    }
}
