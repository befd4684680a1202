package podo.reservation.waitingroom.line;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import podo.reservation.booking.BookingConfirmed;

/** Frees the slot of a fan who has bought. When Redis is away the pass's end frees it. */
@Component
class SlotRelease {

    private static final Logger log = LoggerFactory.getLogger(SlotRelease.class);

    private final Line line;

    SlotRelease(Line line) {
        this.line = line;
    }

    @TransactionalEventListener
    void on(BookingConfirmed done) {
        try {
            line.done(done.eventId(), done.fanId(), done.passId());
        } catch (DataAccessException e) {
            log.warn("A slot of event {} stays taken until its pass ends", done.eventId());
        }
    }
}
