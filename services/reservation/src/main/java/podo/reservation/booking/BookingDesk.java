package podo.reservation.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import podo.reservation.booking.hold.BookingHoldLapsed;
import podo.reservation.booking.hold.HoldLookup;
import podo.reservation.booking.hold.HoldSnapshot;
import podo.reservation.booking.hold.HoldState;
import podo.reservation.booking.hold.HoldToBeBooked;
import podo.reservation.booking.kind.BookingOffers;
import podo.reservation.booking.orderid.OrderIds;
import podo.starter.problem.NotFound;

/** Opens bookings for holds. A hold has one booking, however often it is asked for. */
@Service
class BookingDesk {

    /** @param isNew false when the hold had its booking already */
    record Opened(Booking booking, boolean isNew) {}

    /** No hold lasts longer than this, however often it was extended. */
    private static final Duration LONGEST_HOLD = Duration.ofDays(1);

    private final Bookings bookings;
    private final HoldLookup holds;
    private final OrderIds orderIds;
    private final BookingOffers offers;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BookingDesk(
            Bookings bookings,
            HoldLookup holds,
            OrderIds orderIds,
            BookingOffers offers,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.bookings = bookings;
        this.holds = holds;
        this.orderIds = orderIds;
        this.offers = offers;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    Opened open(String holdId, long fanId) {
        Optional<Booking> known = bookings.findByHoldId(holdId).filter(booking -> booking.fanId() == fanId);
        return known.map(booking -> new Opened(current(booking), false)).orElseGet(() -> openNew(holdId, fanId));
    }

    private Opened openNew(String holdId, long fanId) {
        HoldSnapshot hold =
                holds.find(holdId).filter(found -> found.fanId() == fanId).orElseThrow(NotFound::new);
        Instant now = clock.instant();
        if (!hold.isAliveAt(now)) {
            throw new BookingHoldLapsed();
        }
        Booking booking = new Booking(hold, orderIds.next(fanId), now);
        booking.offer(offers.find(hold.eventId(), hold.passId()));
        try {
            return new Opened(transaction.execute(commit -> save(hold, booking)), true);
        } catch (DataIntegrityViolationException e) {
            return new Opened(bookings.findByHoldId(hold.holdId()).orElseThrow(() -> e), false);
        }
    }

    private Booking save(HoldSnapshot hold, Booking booking) {
        events.publishEvent(new HoldToBeBooked(hold.passId()));
        Booking saved = bookings.saveAndFlush(booking);
        offers.takePresale(hold.passId(), saved.getId(), saved.fanId()).ifPresent(saved::use);
        return saved;
    }

    /** The fan's own booking, brought up to date with its hold. */
    Booking find(String id, long fanId) {
        return current(bookings.findById(id)
                .filter(booking -> booking.fanId() == fanId)
                .orElseThrow(NotFound::new));
    }

    Booking findByOrderId(String orderId) {
        return current(bookings.findByOrderId(orderId).orElseThrow(NotFound::new));
    }

    /** Brings the fan's unpaid bookings up to date with their holds, so that a list tells what each single booking tells. */
    void refreshUnpaid(long fanId) {
        current(bookings.findUnpaidSince(fanId, clock.instant().minus(LONGEST_HOLD)));
    }

    private Booking current(Booking booking) {
        return current(List.of(booking)).getFirst();
    }

    /** Asks the inventory once, before the transactions begin, so that no row is locked during the call. */
    private List<Booking> current(List<Booking> stored) {
        Instant now = clock.instant();
        Map<String, HoldState> states = holds.findStatesIfAvailable(stored.stream()
                .filter(booking -> booking.state() == Booking.State.PENDING)
                .map(Booking::holdId)
                .toList());
        return stored.stream()
                .map(booking -> {
                    HoldState hold = states.get(booking.holdId());
                    return hold != null && booking.isOlderThan(hold, now)
                            ? updated(booking.getId(), hold, now)
                            : booking;
                })
                .toList();
    }

    private Booking updated(String id, HoldState hold, Instant now) {
        return transaction.execute(commit -> {
            Booking locked = bookings.lockById(id).orElseThrow(NotFound::new);
            locked.update(hold, now);
            return locked;
        });
    }
}
