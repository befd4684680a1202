package podo.reservation.booking.giveback;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import podo.reservation.booking.giveback.refusal.NotOfferable;
import podo.reservation.booking.giveback.refusal.SeatPassedOn;
import podo.reservation.booking.giveback.store.GiveBack;
import podo.reservation.booking.giveback.store.GiveBack.End;
import podo.reservation.booking.giveback.store.GiveBacks;
import podo.reservation.booking.hold.PaymentRunning;
import podo.reservation.show.KnownShow;
import podo.reservation.show.KnownShows;
import podo.starter.problem.NotFound;

/** Offers seats back for their fan, and withdraws that. */
@Service
public class GiveBackDesk {

    private final GiveBacks giveBacks;
    private final PaidSeats seats;
    private final GiveBackEnds ends;
    private final GiveBackOpening opening;
    private final KnownShows shows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GiveBackDesk(
            GiveBacks giveBacks,
            PaidSeats seats,
            GiveBackEnds ends,
            GiveBackOpening opening,
            KnownShows shows,
            TransactionTemplate transaction,
            Clock clock) {
        this.giveBacks = giveBacks;
        this.seats = seats;
        this.ends = ends;
        this.opening = opening;
        this.shows = shows;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * All of these seats or none; a seat that is offered back already stays so.
     *
     * @throws NotFound for a booking of another fan and a seat of another booking
     * @throws NotOfferable for a seat that is not paid, cancelled, used or handed over, and when the sale is over
     */
    public List<GiveBack> offer(String bookingId, long fanId, List<Long> seatIds) {
        Set<Long> wanted = Set.copyOf(seatIds);
        List<GiveBack> open = transaction.execute(commit -> {
            if (!seats.isOwn(bookingId, fanId) || !seats.hasSeats(bookingId, wanted)) {
                throw new NotFound();
            }
            List<GiveBack> offerable = seats.findOfferable(bookingId, fanId, wanted);
            if (offerable.size() < wanted.size() || !sells(offerable.getFirst().eventId())) {
                throw new NotOfferable();
            }
            offerable.forEach(giveBacks::insertIfAbsent);
            return giveBacks.findOpen(wanted);
        });
        open.forEach(opening::openIfAvailable);
        return open;
    }

    private boolean sells(long eventId) {
        return shows.find(eventId)
                .filter(show -> !show.cancelled() && clock.instant().isBefore(endOf(show)))
                .isPresent();
    }

    /** When an open give-back ends by itself: with the sale, and when the show begins at the latest. */
    public static Instant endOf(KnownShow show) {
        Instant salesEnd = show.salesEndAt();
        return salesEnd == null || salesEnd.isAfter(show.startsAt()) ? show.startsAt() : salesEnd;
    }

    /** A repeat changes nothing. Throws {@link PaymentRunning} while a fan pays, {@link SeatPassedOn} when one has. */
    public void withdraw(String id, long fanId) {
        GiveBack given =
                giveBacks.find(id).filter(found -> found.fanId() == fanId).orElseThrow(NotFound::new);
        if (given.end() == End.SOLD) {
            throw new SeatPassedOn();
        }
        switch (ends.end(given, End.WITHDRAWN, false)) {
            case ENDED -> {}
            case PAYMENT_RUNNING -> throw new PaymentRunning();
            case SOLD -> throw new SeatPassedOn();
        }
    }
}
