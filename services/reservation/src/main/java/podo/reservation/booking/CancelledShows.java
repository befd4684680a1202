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
class CancelledShows {

    private static final Logger log = LoggerFactory.getLogger(CancelledShows.class);

    private final Bookings bookings;
    private final CancelDesk desk;

    CancelledShows(Bookings bookings, CancelDesk desk) {
        this.bookings = bookings;
        this.desk = desk;
    }

    @Scheduled(fixedDelayString = "${podo.booking.cancelled-shows:2s}")
    void refundAll() {
        for (List<String> batch = bookings.ofCancelledShows(); !batch.isEmpty(); batch = bookings.ofCancelledShows()) {
            batch.forEach(desk::giveBackInFull);
            log.info("Gave back {} bookings of cancelled shows", batch.size());
        }
    }
}
