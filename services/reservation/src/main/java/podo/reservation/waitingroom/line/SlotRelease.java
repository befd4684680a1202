package podo.reservation.waitingroom.line;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import podo.reservation.booking.BookingConfirmed;

/** Frees the slot of a fan who has bought. While Redis is away the slot stays taken until the pass ends. */
@Component
class SlotRelease {

    private static final Logger log = LoggerFactory.getLogger(SlotRelease.class);

    private final Line line;

    SlotRelease(Line line) {
        this.line = line;
    }

    @TransactionalEventListener
    void on(BookingConfirmed booking) {
        try {
            line.releaseSlot(booking.eventId(), booking.fanId(), booking.passId());
        } catch (DataAccessException e) {
            log.warn("Redis is away; a slot of event {} stays taken until its pass ends", booking.eventId());
        }
    }
}
