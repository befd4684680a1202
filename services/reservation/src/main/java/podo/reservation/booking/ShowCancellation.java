package podo.reservation.booking;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Refunds every buyer of a cancelled show, in batches until none is left. There is no cursor to lose, so a crash, a second instance
 * and a purchase that is confirmed late make no difference.
 */
@Component
class ShowCancellation {

    private static final Logger log = LoggerFactory.getLogger(ShowCancellation.class);

    private final Bookings bookings;
    private final CancelTransaction cancellation;

    ShowCancellation(Bookings bookings, CancelTransaction cancellation) {
        this.bookings = bookings;
        this.cancellation = cancellation;
    }

    @Scheduled(fixedDelayString = "${podo.booking.cancelled-shows:2s}")
    void refundAll() {
        List<String> batch = bookings.findOfCancelledShows("");
        while (!batch.isEmpty()) {
            batch.forEach(this::refund);
            batch = bookings.findOfCancelledShows(batch.getLast());
        }
    }

    /** A booking that fails is tried again in the next round and does not stop the others. */
    private void refund(String id) {
        try {
            cancellation.cancelWithoutFee(id);
            log.info("Booking {} is refunded in full: its show was cancelled", id);
        } catch (RuntimeException e) {
            log.warn("Booking {} of a cancelled show could not be refunded; the next round tries again", id, e);
        }
    }
}
