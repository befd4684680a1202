package podo.reservation.booking.code;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.action.OrganiserAction;
import podo.reservation.action.OrganiserActions;
import podo.reservation.booking.order.search.OrderQuery;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;

/** The codes of an organiser's own event. */
@Tag(name = "Codes")
@RestController
@RequestMapping("/api/organiser/events/{eventId}/codes")
class OrganiserCodeController {

    record SwitchRequest(@NotNull Boolean active) {}

    private static final int MOST = 200;

    private final DiscountCodes codes;
    private final OrderQuery orders;
    private final OrganiserActions actions;

    OrganiserCodeController(DiscountCodes codes, OrderQuery orders, OrganiserActions actions) {
        this.codes = codes;
        this.orders = orders;
        this.actions = actions;
    }

    @Operation(summary = "List the codes of an event with their uses, newest first")
    @GetMapping
    List<DiscountCode> list(@PathVariable long eventId, Fan organiser) {
        requireOwn(eventId, organiser);
        return codes.list(eventId);
    }

    /** 201; 400 with the field, also for a code that the event has. Codes differ by more than case and width. */
    @Operation(summary = "Add a code to an event")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public DiscountCode add(@PathVariable long eventId, @Valid @RequestBody CodeRequest request, Fan organiser) {
        request.requireSense();
        requireOwn(eventId, organiser);
        String name = CodeName.fold(request.code());
        if (codes.list(eventId).size() >= MOST) {
            throw new InvalidField("code", "code-too-many", MOST);
        }
        if (!codes.insert(eventId, name, request)) {
            throw new InvalidField("code", "code-twice");
        }
        actions.record(eventId, null, organiser.id(), OrganiserAction.Kind.CODE_ADDED, Map.of("code", name));
        return codes.find(eventId, name).orElseThrow();
    }

    /** Bookings that used it keep it. */
    @Operation(summary = "Switch a code off, or on again")
    @PutMapping("/{codeId}")
    @Transactional
    public DiscountCode switchTo(
            @PathVariable long eventId,
            @PathVariable long codeId,
            @Valid @RequestBody SwitchRequest request,
            Fan organiser) {
        requireOwn(eventId, organiser);
        DiscountCode code =
                codes.find(codeId).filter(found -> found.eventId() == eventId).orElseThrow(NotFound::new);
        if (code.active() != request.active()) {
            codes.setActive(codeId, request.active());
            actions.record(
                    eventId,
                    null,
                    organiser.id(),
                    OrganiserAction.Kind.CODE_SWITCHED,
                    Map.of("code", code.code(), "active", request.active()));
        }
        return codes.find(codeId).orElseThrow();
    }

    private void requireOwn(long eventId, Fan organiser) {
        if (!orders.owns(organiser.id(), eventId)) {
            throw new NotFound();
        }
    }
}
