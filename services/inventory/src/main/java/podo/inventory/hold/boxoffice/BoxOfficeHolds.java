package podo.inventory.hold.boxoffice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.SeatState;
import podo.inventory.area.AreaShort;
import podo.inventory.hold.AreaFull;
import podo.inventory.hold.HeldArea;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldRefused;
import podo.inventory.hold.SeatsTaken;
import podo.inventory.hold.TakenSeat;
import podo.inventory.hold.lifecycle.HoldAnnouncer;
import podo.inventory.hold.lifecycle.HoldLifecycle;
import podo.inventory.seat.Hall;
import podo.inventory.seat.SeatChange;
import podo.inventory.seat.SeatChangePublisher;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;

/**
 * Holds seats and places for a sale at the desk. No entry pass, no limit per fan, no start of the sale, and half a day after the show's start as its end: the team sells what nobody has,
 * blocked and kept seats too. The database alone decides, since the doorman knows blocked seats as taken.
 */
@Component
class BoxOfficeHolds {

    /** @param unblocked seats that were blocked until now; empty in the answer to a repeat */
    record Taken(Hold hold, List<Long> unblocked) {}

    /** Long enough to book and to pin it, which takes well under a second. */
    private static final Duration HELD_FOR = Duration.ofMinutes(1);
    /** Until when a payment may pin it. */
    private static final Duration PASS = Duration.ofMinutes(5);

    /** How long after its start a show is still sold. */
    private static final Duration LATECOMERS = Duration.ofHours(12);

    private static final int ATTEMPTS = 5;

    private final BoxOfficeHoldTransactions transactions;
    private final BoxOfficeSeats seats;
    private final BoxOfficeFacts facts;
    private final HoldLifecycle lifecycle;
    private final HoldAnnouncer announcer;
    private final SeatChangePublisher seatChanges;
    private final Clock clock;

    BoxOfficeHolds(
            BoxOfficeHoldTransactions transactions,
            BoxOfficeSeats seats,
            BoxOfficeFacts facts,
            HoldLifecycle lifecycle,
            HoldAnnouncer announcer,
            SeatChangePublisher seatChanges,
            Clock clock) {
        this.transactions = transactions;
        this.seats = seats;
        this.facts = facts;
        this.lifecycle = lifecycle;
        this.announcer = announcer;
        this.seatChanges = seatChanges;
        this.clock = clock;
    }

    /** Throws {@link SeatsTaken} or {@link AreaFull} when somebody has one of them; then nothing is held. */
    Taken take(long eventId, BoxOfficeHoldRequest request) {
        Hall hall = ownHall(eventId, request.organiserId());
        if (!request.isSale()) {
            throw new InvalidField("seatIds", "seats", Hold.MOST_AT_THE_BOX_OFFICE);
        }
        if (!request.seatIds().stream().allMatch(id -> hall.seat(id).isPresent())
                || !request.places().stream()
                        .allMatch(wish -> hall.area(wish.areaId()).isPresent())) {
            throw new NotFound();
        }
        return takeRepeatedly(eventId, request);
    }

    private Taken takeRepeatedly(long eventId, BoxOfficeHoldRequest request) {
        for (int attempt = 1; ; attempt++) {
            Hold earlier = facts.findHold(request.holdId());
            if (earlier != null) {
                return new Taken(earlier, List.of());
            }
            Hall hall = ownHall(eventId, request.organiserId());
            if (hall.cancelled()) {
                throw HoldRefused.eventCancelled();
            }
            if (clock.instant().isAfter(hall.startsAt().plus(LATECOMERS))) {
                throw HoldRefused.salesEnded();
            }
            try {
                Hold hold = draft(request, hall);
                List<Long> unblocked = transactions.open(hold, hall, request.by());
                announcer.announceHeld(hold);
                return new Taken(hold, unblocked);
            } catch (BoxOfficeHoldTransactions.NotAllFree e) {
                refuseTaken(request, attempt);
            } catch (AreaShort e) {
                refuseFull(request, attempt);
            } catch (DuplicateKeyException | ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw SeatsTaken.byRivals(request.seatIds());
                }
            }
        }
    }

    private Hall ownHall(long eventId, long organiserId) {
        Hall hall = facts.hall(eventId);
        if (hall.organiserId() != organiserId) {
            throw new NotFound();
        }
        return hall;
    }

    /** Whatever was found taken is; what is free again meanwhile is tried again. */
    private void refuseTaken(BoxOfficeHoldRequest request, int attempt) {
        List<TakenSeat> taken = seats.findTaken(request.seatIds());
        if (!taken.isEmpty()) {
            throw SeatsTaken.seen(taken);
        }
        if (attempt == ATTEMPTS) {
            throw SeatsTaken.byRivals(request.seatIds());
        }
    }

    private void refuseFull(BoxOfficeHoldRequest request, int attempt) {
        Map<Long, Integer> left = facts.left(request);
        List<AreaFull.Left> full = request.places().stream()
                .filter(wish -> attempt == ATTEMPTS || wish.count() > left.getOrDefault(wish.areaId(), 0))
                .map(wish -> new AreaFull.Left(wish.areaId(), Math.max(0, left.getOrDefault(wish.areaId(), 0))))
                .toList();
        if (!full.isEmpty()) {
            throw new AreaFull(full);
        }
    }

    private Hold draft(BoxOfficeHoldRequest request, Hall hall) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Long> seatIds = request.seatIds().stream().sorted().toList();
        List<BoxOfficeHoldRequest.Places> wishes = request.places().stream()
                .sorted(Comparator.comparing(BoxOfficeHoldRequest.Places::areaId))
                .toList();
        List<Long> prices = Stream.concat(
                        seatIds.stream().map(id -> hall.grade(hall.seat(id).orElseThrow())),
                        wishes.stream()
                                .flatMap(wish -> Stream.generate(() -> hall.grade(
                                                hall.area(wish.areaId()).orElseThrow()))
                                        .limit(wish.count())))
                .map(Hall.Grade::price)
                .toList();
        return new Hold(
                request.holdId(),
                hall.eventId(),
                request.buyerId(),
                seatIds,
                wishes.stream()
                        .map(wish -> new HeldArea(wish.areaId(), facts.placeIds(hall.eventId(), wish.count())))
                        .toList(),
                prices,
                prices.stream().mapToLong(Long::longValue).sum(),
                Hold.Status.HELD,
                now.plus(HELD_FOR),
                Hold.passOfBoxOffice(request.holdId()),
                now.plus(PASS),
                0,
                null);
    }

    /** Gives up what was not sold: seats that were blocked are blocked again. A hold that is paid, or is being paid, is refused. */
    void release(String holdId, List<Long> blockAgain, long by) {
        Hold hold = lifecycle.find(holdId);
        if (!hold.isOfBoxOffice()) {
            throw new NotFound();
        }
        if (!blockAgain.isEmpty() && hold.status() == Hold.Status.HELD) {
            List<Long> blocked = transactions.blockAgain(hold, blockAgain, by);
            seatChanges.publish(hold.eventId(), SeatChange.all(blocked, SeatState.BLOCKED, null));
        }
        lifecycle.release(hold);
    }
}
