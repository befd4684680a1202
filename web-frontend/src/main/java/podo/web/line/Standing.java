package podo.web.line;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.web.calls.Lines;
import podo.web.calls.Place;
import podo.web.calls.Refusal;

/**
 * The fan's standing in a line. Its receipt is kept in the fan's pocket and shown when the fan joins again: should the line
 * lose its data, it gives the number back.
 */
@Component
class Standing {

    private final Lines lines;

    Standing(Lines lines) {
        this.lines = lines;
    }

    Place join(Pocket pocket, long eventId) {
        return keep(pocket, eventId, lines.join(eventId, pocket.receipt(eventId)));
    }

    Place look(Pocket pocket, long eventId) {
        return keep(pocket, eventId, lines.me(eventId));
    }

    /** The place of a fan whom a rebuilt line does not know yet, got back by the receipt; null for all others, who may join. */
    @Nullable
    Place regain(Pocket pocket, long eventId) {
        if (pocket.receipt(eventId) == null) {
            return null;
        }
        return Boolean.TRUE.equals(lines.pulse(eventId).rebuilt()) ? join(pocket, eventId) : null;
    }

    /** Whoever leaves gives the number up, and with it the proof. */
    void leave(Pocket pocket, long eventId) {
        pocket.drop(eventId);
        try {
            lines.leave(eventId);
        } catch (Refusal refusal) {
            if (refusal.status() != 404) {
                throw refusal;
            }
        }
    }

    private static Place keep(Pocket pocket, long eventId, Place place) {
        String receipt = place.receipt();
        // a number that has let its fan in is used up
        boolean used = place.is("ENTERED") || place.is("CLOSED");
        if (receipt != null && !used) {
            pocket.keep(eventId, receipt);
        }
        return place;
    }
}
