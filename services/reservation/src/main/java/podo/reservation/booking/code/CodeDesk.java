package podo.reservation.booking.code;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.reservation.action.OrganiserAction;
import podo.reservation.action.OrganiserActions;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;

/** Adds codes to an event and switches them off, each with its line in the log. Whether the event is the caller's is decided before. */
@Service
class CodeDesk {

    private static final int MOST = 200;

    private final DiscountCodes codes;
    private final OrganiserActions actions;

    CodeDesk(DiscountCodes codes, OrganiserActions actions) {
        this.codes = codes;
        this.actions = actions;
    }

    /** Newest first. */
    List<DiscountCode> list(long eventId) {
        return codes.list(eventId);
    }

    @Transactional
    DiscountCode add(long eventId, CodeRequest request, long organiserId) {
        String name = CodeName.fold(request.code());
        if (codes.list(eventId).size() >= MOST) {
            throw new InvalidField("code", "code-too-many", MOST);
        }
        if (!codes.insert(eventId, name, request)) {
            throw new InvalidField("code", "code-twice");
        }
        actions.record(eventId, null, organiserId, OrganiserAction.Kind.CODE_ADDED, Map.of("code", name));
        return codes.find(eventId, name).orElseThrow();
    }

    @Transactional
    DiscountCode switchTo(long eventId, long codeId, boolean active, long organiserId) {
        DiscountCode code =
                codes.find(codeId).filter(found -> found.eventId() == eventId).orElseThrow(NotFound::new);
        if (code.active() == active) {
            return code;
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
