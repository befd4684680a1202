package podo.reservation.booking.code;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.reservation.action.OrganiserAction;
import podo.reservation.action.OrganiserActions;
import podo.reservation.booking.code.discount.Discount;
import podo.reservation.presale.Presales;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;

/** Adds codes to an event and switches them off, each with its line in the log. Whether the event is the caller's is decided before. */
@Service
class CodeDesk {

    private static final int MOST = 200;
    private static final long NONE = 0;

    private final DiscountCodes codes;
    private final OrganiserActions actions;
    private final Presales presales;
    private final Clock clock;

    CodeDesk(DiscountCodes codes, OrganiserActions actions, Presales presales, Clock clock) {
        this.codes = codes;
        this.presales = presales;
        this.actions = actions;
        this.clock = clock;
    }

    /** Newest first. */
    List<DiscountCode> list(long eventId) {
        return codes.list(eventId);
    }

    /**
     * Throws {@link InvalidField} with everything that is wrong.
     *
     * @param grades of the event; empty when they are not known
     */
    @Transactional
    DiscountCode add(long eventId, CodeRequest request, Set<String> grades, long organiserId) {
        codes.lockShow(eventId);
        String name = request.name();
        List<InvalidField.Field> wrong = request.faults(clock.instant(), presales.openingOf(eventId));
        if (request.gradesOrAll() != null && !grades.isEmpty() && !grades.containsAll(request.gradesOrAll())) {
            wrong.add(new InvalidField.Field("grades", "code-grades"));
        }
        if (codes.isTaken(eventId, name, request.isForAllDates())) {
            wrong.add(new InvalidField.Field("code", "code-twice"));
        }
        if (request.validFrom() != null && request.how() == Discount.How.EARLY) {
            codes.findOverlapping(eventId, request.isForAllDates(), NONE, request.validFrom(), request.validUntil())
                    .ifPresent(other -> wrong.add(new InvalidField.Field("validFrom", "code-overlaps", other.code())));
        }
        if (codes.list(eventId).size() >= MOST) {
            wrong.add(new InvalidField.Field("code", "code-too-many", MOST));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidField(wrong);
        }
        if (!codes.insert(eventId, name, request)) {
            throw new InvalidField("code", "code-twice"); // somebody else has just added it
        }
        actions.record(eventId, null, organiserId, OrganiserAction.Kind.CODE_ADDED, Map.of("code", name));
        return codes.find(eventId, name).orElseThrow();
    }

    /** Throws {@link NotFound} for a code of another event. */
    DiscountCode find(long eventId, long codeId) {
        return codes.list(eventId).stream()
                .filter(code -> code.id() == codeId)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Throws {@link InvalidField} for a presale that can't be on since another one is. */
    @Transactional
    DiscountCode switchTo(long eventId, long codeId, boolean active, long organiserId) {
        codes.lockShow(eventId);
        DiscountCode code = find(eventId, codeId);
        if (code.active() == active) {
            return code;
        }
        if (active && code.how() == Discount.How.EARLY && code.validFrom() != null) {
            codes.findOverlapping(eventId, code.allDates(), codeId, code.validFrom(), code.validUntil())
                    .ifPresent(other -> {
                        throw new InvalidField("active", "code-overlaps-on", other.code());
                    });
        }
        codes.setActive(codeId, active);
        actions.record(
                eventId,
                null,
                organiserId,
                active ? OrganiserAction.Kind.CODE_SWITCHED_ON : OrganiserAction.Kind.CODE_SWITCHED_OFF,
                Map.of("code", code.code()));
        return codes.find(codeId).orElseThrow();
    }
}
