package podo.inventory.hold.attempt;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldRefused;
import podo.inventory.hold.HoldRequest;
import podo.inventory.hold.PriceChanged;
import podo.inventory.hold.SeatsNotOpen;
import podo.inventory.hold.SeatsTaken;
import podo.inventory.hold.SingleSeatLeft;
import podo.inventory.hold.TooManySeats;
import podo.inventory.hold.line.OpenPresales;
import podo.inventory.hold.line.PresaleClient.Presale;
import podo.inventory.hold.store.Holds;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Halls;
import podo.inventory.seat.LonelySeats;
import podo.starter.problem.NotFound;
import podo.starter.problem.Problem;

/** Checks what an event demands of a hold: number of seats and places, sales time, kept seats, and no single seats left alone. */
@Component
public class HoldRules {

    private static final Logger log = LoggerFactory.getLogger(HoldRules.class);

    private final Halls halls;
    private final LonelySeats lonelySeats;
    private final Holds holds;
    private final OpenPresales presales;
    private final Clock clock;

    HoldRules(Halls halls, LonelySeats lonelySeats, Holds holds, OpenPresales presales, Clock clock) {
        this.presales = presales;
        this.halls = halls;
        this.lonelySeats = lonelySeats;
        this.holds = holds;
        this.clock = clock;
    }

    /**
     * Refuses in the order of the API contract, 422, 404, 409; returns the hall that the request was checked against. A cached hall
     * may be older than the event's last change, so a refusal by it is checked against the database.
     */
    Hall check(HoldRequest request) {
        Hall hall = halls.of(request.eventId());
        try {
            checkAgainst(request, hall);
            return hall;
        } catch (Problem refusal) {
            Hall latest = halls.latest(request.eventId());
            if (latest.revision() == hall.revision()) {
                throw refusal;
            }
            checkAgainst(request, latest);
            return latest;
        }
    }

    private void checkAgainst(HoldRequest request, Hall hall) {
        if (request.size() > hall.seatsPerFan()) {
            throw new TooManySeats(hall.seatsPerFan());
        }
        if (!request.seatIds().stream().allMatch(id -> hall.seat(id).isPresent())
                || !request.areaIds().stream().allMatch(id -> hall.area(id).isPresent())) {
            int already = holds.countSeats(request.fanId(), request.eventId());
            throw already + request.size() > hall.seatsPerFan() ? new TooManySeats(hall.seatsPerFan()) : new NotFound();
        }
        if (hall.cancelled()) {
            throw HoldRefused.eventCancelled();
        }
        Instant now = clock.instant();
        if (!hall.sells(now)) {
            throw HoldRefused.salesEnded();
        }
        if (now.isBefore(hall.onSaleAt())) {
            refuseWhatIsNotOpen(request, hall);
        }
        List<Long> kept = request.accessible() ? List.of() : findKept(request, hall);
        if (!kept.isEmpty()) {
            throw SeatsTaken.asMarked(kept);
        }
        refuseAnotherPrice(request, hall);
    }

    /** Before the general sale a presale decides what can be held. */
    private void refuseWhatIsNotOpen(HoldRequest request, Hall hall) {
        Presale presale = presales.find(request.pass().id()).orElseThrow(HoldRefused::notOnSaleYet);
        List<Long> closed = Stream.concat(
                        request.seatIds().stream()
                                .filter(id -> hall.seat(id)
                                        .filter(seat ->
                                                !presale.opens(hall.grade(seat).name()))
                                        .isPresent()),
                        request.areaIds().stream()
                                .filter(id -> hall.area(id)
                                        .filter(area ->
                                                !presale.opens(hall.grade(area).name()))
                                        .isPresent()))
                .toList();
        if (!closed.isEmpty()) {
            throw new SeatsNotOpen(closed, hall.onSaleAt());
        }
    }

    /** The price that the fan has read is the price that is paid. */
    private static void refuseAnotherPrice(HoldRequest request, Hall hall) {
        Long expected = request.expectedTotal();
        long total = request.seatIds().stream()
                        .flatMap(id -> hall.seat(id).stream())
                        .mapToLong(seat -> hall.grade(seat).price())
                        .sum()
                + request.areas().stream()
                        .mapToLong(wish -> wish.count()
                                * hall.grade(hall.area(wish.areaId()).orElseThrow())
                                        .price())
                        .sum();
        if (expected != null && expected != total) {
            throw new PriceChanged(total);
        }
    }

    /** Why a hold was not opened: too many seats, or another revision of the hall, which is then evicted from the cache. */
    RuntimeException explainNotOpened(HoldRequest request, Hall hall) {
        if (holds.countSeats(request.fanId(), request.eventId()) + request.size() > hall.seatsPerFan()) {
            return new TooManySeats(hall.seatsPerFan());
        }
        halls.evict(request.eventId());
        return new HallChanged();
    }

    /** Needs a query for the seats next to the chosen ones, so it comes after the doorman. */
    void checkNeighbours(HoldRequest request, Hall hall) {
        if (hall.singleSeatPolicy() == SingleSeatPolicy.FORBID) {
            List<Long> alone = lonelySeats.findLeftAlone(hall, request.seatIds());
            if (!alone.isEmpty()) {
                throw new SingleSeatLeft(alone);
            }
        }
    }

    /** Single seats that the hold leaves alone, for events that warn of them; empty when the query fails, as the hold stands. */
    public List<Long> findWarnings(Hold hold) {
        try {
            Hall hall = halls.of(hold.eventId());
            return hall.singleSeatPolicy() == SingleSeatPolicy.WARN
                    ? lonelySeats.findLeftAlone(hall, hold.seatIds())
                    : List.of();
        } catch (DataAccessException | TransactionException e) {
            log.warn("No warning about single seats next to hold {}: {}", hold.id(), e.toString());
            return List.of();
        }
    }

    private List<Long> findKept(HoldRequest request, Hall hall) {
        return request.seatIds().stream()
                .filter(id -> hall.seat(id)
                        .filter(seat -> hall.keeps(seat, clock.instant()))
                        .isPresent())
                .toList();
    }
}
