package podo.gateway.guard;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import podo.door.pass.EntryPass;
import podo.door.pass.EntryPasses;
import podo.door.pass.NoPass;
import podo.gateway.guard.TokenCheck.Caller;

/** Nobody holds a seat without having stood in line: the pass must be this fan's and for this event. */
@Component
class PassCheck {

    private static final Call HOLD = Call.of("POST /api/events/{id}/holds");
    private static final int ID = 5;

    private final EntryPasses passes;

    PassCheck(EntryPasses passes) {
        this.passes = passes;
    }

    void check(HttpServletRequest call, PathContainer path, @Nullable Caller caller) {
        if (caller != null && HOLD.matches(call.getMethod(), path)) {
            passes.read(call.getHeader(EntryPass.HEADER)).of(caller.id(), eventId(path));
        }
    }

    private static long eventId(PathContainer path) {
        try {
            return Long.parseLong(path.elements().get(ID).value());
        } catch (NumberFormatException e) {
            throw new NoPass();
        }
    }
}
