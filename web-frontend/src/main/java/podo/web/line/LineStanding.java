package podo.web.line;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.web.calls.LineClient;
import podo.web.calls.LinePlace;
import podo.web.calls.ServiceRefusal;

/**
 * The fan's standing in a line. Its receipt is kept in the fan's pocket and shown when the fan joins again: should the line
 * lose its data, it gives the number back.
 */
@Component
class LineStanding {

    private final LineClient lines;

    LineStanding(LineClient lines) {
        this.lines = lines;
    }

    LinePlace join(ReceiptCookies pocket, long eventId) {
        return keep(pocket, eventId, lines.join(eventId, pocket.receipt(eventId)));
    }

    LinePlace look(ReceiptCookies pocket, long eventId) {
        return keep(pocket, eventId, lines.me(eventId));
    }

    /** The place of a fan whom a rebuilt line does not know yet, got back by the receipt; null for all others, who may join. */
    @Nullable
    LinePlace regain(ReceiptCookies pocket, long eventId) {
        if (pocket.receipt(eventId) == null) {
            return null;
        }
        return Boolean.TRUE.equals(lines.pulse(eventId).rebuilt()) ? join(pocket, eventId) : null;
    }

    /** Whoever leaves gives the number up, and with it the proof. */
    void leave(ReceiptCookies pocket, long eventId) {
        pocket.drop(eventId);
        try {
            lines.leave(eventId);
        } catch (ServiceRefusal refusal) {
            if (refusal.status() != 404) {
                throw refusal;
            }
        }
    }

    private static LinePlace keep(ReceiptCookies pocket, long eventId, LinePlace place) {
        String receipt = place.receipt();
        // a number that has let its fan in is used up
        boolean used = place.is("ENTERED") || place.is("CLOSED");
        if (receipt != null && !used) {
            pocket.keep(eventId, receipt);
        }
        return place;
    }
}
