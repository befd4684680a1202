package podo.reservation.booking.code;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.presale.KnownGrades;
import podo.reservation.show.TeamEventScopes;
import podo.starter.security.Fan;
import podo.starter.team.Right;

/** The codes of an event, for those who may change it: whoever reads a code can use it. */
@Tag(name = "Codes")
@RestController
@RequestMapping("/api/organiser/events/{eventId}/codes")
class OrganiserCodeController {

    record SwitchRequest(@NotNull Boolean active) {}

    private final CodeDesk desk;
    private final TeamEventScopes scopes;
    private final KnownGrades grades;

    OrganiserCodeController(CodeDesk desk, TeamEventScopes scopes, KnownGrades grades) {
        this.grades = grades;
        this.desk = desk;
        this.scopes = scopes;
    }

    @Operation(summary = "List the codes of an event with their uses, newest first")
    @GetMapping
    List<DiscountCode> list(@PathVariable long eventId, Fan organiser) {
        scopes.require(Right.EDIT, organiser, eventId);
        return desk.list(eventId);
    }

    /** 201; 400 with the field, also for a code that the event has. Codes differ by more than case and width. */
    @Operation(summary = "Add a code to an event")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DiscountCode add(@PathVariable long eventId, @Valid @RequestBody CodeRequest request, Fan organiser) {
        require(eventId, organiser, request.isForAllDates());
        return desk.add(eventId, request, grades.of(eventId), organiser.id());
    }

    /** Bookings that used it keep it. */
    @Operation(summary = "Switch a code off, or on again")
    @PutMapping("/{codeId}")
    DiscountCode switchTo(
            @PathVariable long eventId,
            @PathVariable long codeId,
            @Valid @RequestBody SwitchRequest request,
            Fan organiser) {
        scopes.require(Right.EDIT, organiser, eventId);
        require(eventId, organiser, desk.find(eventId, codeId).allDates());
        return desk.switchTo(eventId, codeId, request.active(), organiser.id());
    }

    private void require(long eventId, Fan organiser, boolean forAllDates) {
        if (forAllDates) {
            scopes.requireForAll(Right.EDIT, organiser, eventId);
        } else {
            scopes.require(Right.EDIT, organiser, eventId);
        }
    }
}
