package podo.web.line;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.contracts.reservation.LineState;
import podo.web.client.LineClient;
import podo.web.client.LinePlace;
import podo.web.client.ServiceRefusal;

/**
 * Joins, reads and leaves a line for the fan of a request. The place's receipt is stored in a cookie and sent when the fan
 * joins again, so that a line that lost its data can restore the number.
 */
@Component
class LineStanding {

    private final LineClient lines;

    LineStanding(LineClient lines) {
        this.lines = lines;
    }

    LinePlace join(ReceiptCookies receipts, long eventId) {
        return storeReceipt(receipts, eventId, lines.join(eventId, receipts.receipt(eventId)));
    }

    LinePlace read(ReceiptCookies receipts, long eventId) {
        return storeReceipt(receipts, eventId, lines.ownPlace(eventId));
    }

    /** Joins again by receipt when the line was rebuilt and does not know the fan; otherwise null, and the fan may join. */
    @Nullable
    LinePlace rejoinRebuiltLine(ReceiptCookies receipts, long eventId) {
        if (receipts.receipt(eventId) == null) {
            return null;
        }
        return Boolean.TRUE.equals(lines.status(eventId).rebuilt()) ? join(receipts, eventId) : null;
    }

    /** Leaves the line and deletes the receipt, so that the number cannot be restored. */
    void leave(ReceiptCookies receipts, long eventId) {
        receipts.remove(eventId);
        try {
            lines.leave(eventId);
        } catch (ServiceRefusal refusal) {
            if (refusal.status() != 404) {
                throw refusal;
            }
        }
    }

    private static LinePlace storeReceipt(ReceiptCookies receipts, long eventId, LinePlace place) {
        String receipt = place.receipt();
        // a number with which the fan has entered cannot be used again
        boolean used = place.is(LineState.ENTERED) || place.is(LineState.CLOSED);
        if (receipt != null && !used) {
            receipts.store(eventId, receipt);
        }
        return place;
    }
}
