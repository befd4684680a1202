package podo.reservation.door;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import podo.contracts.door.TicketCheckInUndone;
import podo.contracts.door.TicketCheckedIn;
import podo.outbox.Outbox;
import podo.reservation.door.DoorShows.DoorShow;
import podo.reservation.door.TicketReader.Presented;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;

/** Answers scans, each once however often it is sent, and undoes them. */
@Service
class CheckInDesk {

    /**
     * @param ticket null unless the caller may know of it
     * @param holder whose it is while no name stands on it; null where the door is not told
     * @param other what the ticket is for, when that is another show of the same organiser than the one at this door
     */
    record Answer(
            CheckIn checkIn,
            @Nullable DoorTicket ticket,
            @Nullable String holder,
            @Nullable DoorShow other) {}

    private final DoorShows shows;
    private final DoorTickets tickets;
    private final CheckIns checkIns;
    private final TicketReader reader;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CheckInDesk(
            DoorShows shows,
            DoorTickets tickets,
            CheckIns checkIns,
            TicketReader reader,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.shows = shows;
        this.tickets = tickets;
        this.checkIns = checkIns;
        this.reader = reader;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Throws {@link NotFound} for an event that the caller may not check. */
    Answer check(Scan scan, Fan caller) {
        if (scan.eventId() != null) {
            shows.require(scan.eventId(), caller);
        }
        try {
            return checkOnce(scan, caller);
        } catch (OfferedBack offered) {
            tickets.endOffer(offered.seatId);
            return checkOnce(scan, caller);
        }
    }

    /** The ticket's fan offers the seat back; the transaction is rolled back, that is ended, and the scan decided again. */
    private static final class OfferedBack extends RuntimeException {

        private final long seatId;

        OfferedBack(long seatId) {
            super("offered back", null, false, false);
            this.seatId = seatId;
        }
    }

    private Answer checkOnce(Scan scan, Fan caller) {
        try {
            return transaction.execute(commit -> findRepeated(scan, caller).orElseGet(() -> decide(scan, caller)));
        } catch (DuplicateKeyException sameScanAtOnce) {
            return findRepeated(scan, caller).orElseThrow(() -> sameScanAtOnce);
        }
    }

    /** Whoever it let in counts as outside again. A repeat changes nothing. */
    void undo(String id, Fan caller) {
        CheckIn done = checkIns.find(id).orElseThrow(NotFound::new);
        if (done.eventId() != null) {
            shows.require(done.eventId(), caller);
        } else if (done.scannedBy() != caller.id()) {
            throw new NotFound();
        }
        transaction.executeWithoutResult(commit -> {
            Instant now = clock.instant();
            if (done.ticketId() != null && tickets.release(done.ticketId(), id)) {
                tickets.find(done.ticketId())
                        .ifPresent(ticket -> outbox.send(new TicketCheckInUndone(
                                id,
                                ticket.orderId(),
                                ticket.eventId(),
                                ticket.id(),
                                ticket.seat().id(),
                                done.gate(),
                                now)));
            }
            checkIns.markUndone(id, now);
        });
    }

    private Optional<Answer> findRepeated(Scan scan, Fan caller) {
        return Optional.ofNullable(scanId(scan, caller))
                .flatMap(checkIns::findByScanId)
                .map(this::repeated);
    }

    private Answer repeated(CheckIn known) {
        DoorTicket ticket =
                known.ticketId() == null ? null : tickets.find(known.ticketId()).orElse(null);
        return answer(
                known,
                ticket,
                ticket == null ? null : shows.find(ticket.eventId()).orElse(null));
    }

    private Answer decide(Scan scan, Fan caller) {
        Presented presented = reader.read(scan).orElse(null);
        DoorTicket ticket = presented == null ? null : presented.ticket();
        DoorShow show = ticket == null ? null : shows.find(ticket.eventId()).orElse(null);
        boolean mayKnow = show == null ? caller.isDoorStaff() : shows.mayCheck(show, caller);
        String id = UUID.randomUUID().toString();
        CheckInResult result;
        if (presented == null || ticket == null) {
            result = CheckInResult.FORGED;
        } else if (!mayKnow || scan.eventId() != null && scan.eventId() != ticket.eventId()) {
            result = CheckInResult.WRONG_EVENT;
        } else {
            result = use(presented, show, scan, id);
        }
        DoorTicket known =
                ticket == null || !mayKnow ? null : tickets.find(ticket.id()).orElse(ticket);
        Long eventId = scan.eventId() == null && known != null ? Long.valueOf(known.eventId()) : scan.eventId();
        CheckIn done = new CheckIn(
                id,
                scanId(scan, caller),
                eventId,
                known == null ? null : known.id(),
                scan.gate(),
                result,
                scan.admitted() || result == CheckInResult.VALID,
                caller.id(),
                scan.at(),
                null);
        checkIns.save(done, clock.instant());
        if (ticket != null && result == CheckInResult.VALID) {
            outbox.send(new TicketCheckedIn(
                    id,
                    ticket.orderId(),
                    ticket.eventId(),
                    ticket.id(),
                    ticket.seat().id(),
                    scan.gate(),
                    scan.at()));
        }
        return answer(done, known, show);
    }

    /** @param show that the ticket is for */
    private Answer answer(CheckIn done, @Nullable DoorTicket ticket, @Nullable DoorShow show) {
        if (ticket == null || show == null) {
            return new Answer(done, ticket, null, null);
        }
        if (done.result() == CheckInResult.WRONG_EVENT) {
            return new Answer(done, ticket, null, isOfOrganiserOf(done, show) ? show : null);
        }
        boolean told = ticket.name() == null && !ticket.holder().isEmpty() && shows.isNamed(show, clock.instant());
        return new Answer(done, ticket, told ? ticket.holder() : null, null);
    }

    /** Whether the show has the same organiser as the one at the door. */
    private boolean isOfOrganiserOf(CheckIn done, DoorShow show) {
        return done.eventId() != null
                && shows.find(done.eventId())
                        .filter(here -> here.organiserId() == show.organiserId())
                        .isPresent();
    }

    private CheckInResult use(Presented presented, @Nullable DoorShow show, Scan scan, String id) {
        CheckInResult refusal = refusal(presented, show, scan.at());
        if (refusal != null) {
            return refusal;
        }
        DoorTicket ticket = presented.ticket();
        if (tickets.use(ticket, id, scan.gate(), scan.at())) {
            return CheckInResult.VALID;
        }
        if (tickets.isOfferedBack(ticket)) {
            throw new OfferedBack(ticket.seat().id());
        }
        DoorTicket changed = tickets.find(ticket.id()).orElse(ticket);
        CheckInResult since = refusal(new Presented(changed, presented.generation()), show, scan.at());
        return since == null ? CheckInResult.ALREADY_USED : since;
    }

    /** Why the ticket lets nobody in; null when it does. */
    private @Nullable CheckInResult refusal(Presented presented, @Nullable DoorShow show, Instant at) {
        DoorTicket ticket = presented.ticket();
        if (!ticket.valid() || show != null && show.cancelled()) {
            return CheckInResult.REFUNDED;
        }
        if (presented.isReplaced()) {
            return CheckInResult.REISSUED;
        }
        if (ticket.usedAt() != null) {
            return CheckInResult.ALREADY_USED;
        }
        return show != null && at.isBefore(show.doorsOpenAt()) ? CheckInResult.NOT_YET : null;
    }

    /** Of one account, so that nobody is answered what another has scanned. */
    private static @Nullable String scanId(Scan scan, Fan caller) {
        return scan.id() == null ? null : caller.id() + ":" + scan.id();
    }
}
