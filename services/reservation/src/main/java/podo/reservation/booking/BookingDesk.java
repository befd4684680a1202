package podo.reservation.booking;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import podo.door.problem.NotFound;

/** Where a fan turns a hold into a booking; a hold has one booking, however often it is asked for. */
@Service
class BookingDesk {

    /** @param isNew false when the hold had its booking already */
    record Opened(Booking booking, boolean isNew) {}

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Bookings bookings;
    private final Holds holds;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BookingDesk(Bookings bookings, Holds holds, TransactionTemplate transaction, Clock clock) {
        this.bookings = bookings;
        this.holds = holds;
        this.transaction = transaction;
        this.clock = clock;
    }

    Opened open(String holdId, long fanId) {
        Hold hold = holds.find(holdId).filter(found -> found.fanId() == fanId).orElseThrow(NotFound::new);
        Optional<Booking> known = bookings.findByHoldId(hold.holdId());
        if (known.isPresent()) {
            return new Opened(refreshed(known.get(), hold), false);
        }
        Instant now = clock.instant();
        if (!hold.isAliveAt(now)) {
            throw new HoldLapsed();
        }
        try {
            return new Opened(bookings.saveAndFlush(new Booking(hold, newOrderId(), now)), true);
        } catch (DataIntegrityViolationException e) {
            return new Opened(bookings.findByHoldId(hold.holdId()).orElseThrow(() -> e), false);
        }
    }

    /** The fan's own booking, with its hold's end as it is now. */
    Booking find(String id, long fanId) {
        Booking booking =
                bookings.findById(id).filter(found -> found.fanId() == fanId).orElseThrow(NotFound::new);
        return current(booking);
    }

    Booking findByOrderId(String orderId) {
        return current(bookings.findByOrderId(orderId).orElseThrow(NotFound::new));
    }

    private Booking current(Booking booking) {
        return booking.state() == BookingState.PENDING
                ? holds.find(booking.holdId())
                        .map(hold -> refreshed(booking, hold))
                        .orElse(booking)
                : booking;
    }

    private Booking refreshed(Booking booking, Hold hold) {
        if (booking.state() != BookingState.PENDING || booking.expiresAt().equals(hold.expiresAt())) {
            return booking;
        }
        return transaction.execute(commit -> {
            Booking locked = bookings.lockById(booking.getId()).orElseThrow(NotFound::new);
            locked.heldUntil(hold.expiresAt());
            return locked;
        });
    }

    private static String newOrderId() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return "podo-" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
