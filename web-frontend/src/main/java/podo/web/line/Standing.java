package podo.web.line;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.web.calls.Lines;
import podo.web.calls.Place;
import podo.web.calls.Refusal;

/**
 * The fan's standing in a line. Its receipt is kept in the session and shown when the fan joins again: should the line lose
 * its data, it gives the number back.
 */
@Component
class Standing {

    private final Lines lines;

    Standing(Lines lines) {
        this.lines = lines;
    }

    Place join(HttpSession session, long eventId) {
        return keep(session, eventId, lines.join(eventId, receipt(session, eventId)));
    }

    Place look(HttpSession session, long eventId) {
        return keep(session, eventId, lines.me(eventId));
    }

    /** Whoever leaves gives the number up, and with it the proof. */
    void leave(HttpSession session, long eventId) {
        forget(session, eventId);
        try {
            lines.leave(eventId);
        } catch (Refusal refusal) {
            if (refusal.status() != 404) {
                throw refusal;
            }
        }
    }

    /** A number that has let its fan in is used up. */
    void forget(HttpSession session, long eventId) {
        session.removeAttribute(attribute(eventId));
    }

    private static Place keep(HttpSession session, long eventId, Place place) {
        String receipt = place.receipt();
        boolean used = place.is("ENTERED") || place.is("CLOSED");
        // written only when it changes: a heartbeat is no reason to write a session
        if (receipt != null && !used && !receipt.equals(receipt(session, eventId))) {
            session.setAttribute(attribute(eventId), receipt);
        }
        return place;
    }

    private static @Nullable String receipt(HttpSession session, long eventId) {
        return (String) session.getAttribute(attribute(eventId));
    }

    private static String attribute(long eventId) {
        return "receipt-" + eventId;
    }
}
