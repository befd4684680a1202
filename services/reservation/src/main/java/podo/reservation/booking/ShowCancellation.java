package podo.reservation.booking;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * When a show is cancelled every buyer is refunded: batch by batch until none is left, so that a crash half-way, a
 * second instance or a purchase that was confirmed late makes no difference.
 */
@Component
class ShowCancellation {

    private static final Logger log = LoggerFactory.getLogger(ShowCancellation.class);

    private final Bookings bookings;
    private final CancelTransaction givingBack;

    ShowCancellation(Bookings bookings, CancelTransaction givingBack) {
        this.bookings = bookings;
        this.givingBack = givingBack;
    }

    @Scheduled(fixedDelayString = "${podo.booking.cancelled-shows:2s}")
    void refundAll() {
        List<String> batch = bookings.ofCancelledShows("");
        while (!batch.isEmpty()) {
            batch.forEach(this::refund);
            batch = bookings.ofCancelledShows(batch.getLast());
        }
    }

    /** One that fails is tried again at the next round and keeps nobody else waiting. */
    private void refund(String id) {
        try {
            givingBack.inFull(id);
            log.info("Booking {} goes back in full: its show was cancelled", id);
        } catch (RuntimeException e) {
            log.warn("Booking {} of a cancelled show could not be given back yet", id, e);
        }
    }
}
