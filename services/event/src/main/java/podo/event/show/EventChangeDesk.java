package podo.event.show;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClientException;
import podo.event.show.change.HallClient;
import podo.event.show.change.HallClient.HallDecision;
import podo.event.show.change.HallClient.HallQuestion;
import podo.event.show.change.ProposedChange;
import podo.event.show.change.ProposedChanges;
import podo.event.show.change.SeatPlan;
import podo.event.show.refusal.AlreadySold;
import podo.event.show.refusal.ChangeRefused;
import podo.event.show.refusal.EventIsCancelled;
import podo.event.show.terms.EventRequest;
import podo.event.venue.VenueHall;
import podo.event.venue.VenueHalls;
import podo.starter.problem.NotFound;
import podo.starter.problem.Problem;
import podo.starter.problem.Unavailable;

/**
 * Changes an organiser's events. The inventory decides about a published one: what it accepts is in force for seat maps and holds
 * when it answers, and the event follows within the same request. No transaction is open during the call. A decision whose answer
 * is lost is asked for again until it is known; until then the event stays as it was and takes no other change.
 */
@Service
public class EventChangeDesk {

    private static final Logger log = LoggerFactory.getLogger(EventChangeDesk.class);
    private static final Duration ANSWER_LOST_AFTER = Duration.ofSeconds(2);

    private final EventChanges changes;
    private final ProposedChanges proposed;
    private final Clock clock;
    private final VenueHalls halls;
    private final HallClient inventory;

    EventChangeDesk(
            EventChanges changes, ProposedChanges proposed, Clock clock, VenueHalls halls, HallClient inventory) {
        this.changes = changes;
        this.proposed = proposed;
        this.clock = clock;
        this.halls = halls;
        this.inventory = inventory;
    }

    /**
     * Replaces the terms of a draft or of a published event; buyers are told what differs of that which they rely on. Throws {@link Unavailable} while the
     * decision is not known.
     */
    public EventSnapshot change(long organiserId, long id, EventRequest request) {
        EventChanges.Proposal proposal = changes.propose(organiserId, id, request, clock.instant());
        return proposal.change() == null ? proposal.event() : decide(proposal.change());
    }

    @Scheduled(fixedDelayString = "${podo.event.lost-answers:1s}")
    void decideLost() {
        for (ProposedChange change : proposed.findOlderThan(ANSWER_LOST_AFTER)) {
            try {
                decide(change);
            } catch (Unavailable e) {
                log.warn("Change {} of event {} is not decided yet", change.revision(), change.eventId());
            } catch (Problem refusal) {
                log.info("Change {} of event {} was refused: {}", change.revision(), change.eventId(), refusal.name());
            }
        }
    }

    private EventSnapshot decide(ProposedChange change) {
        VenueHall hall =
                halls.find(change.terms().venueId(), change.venueVersion()).orElseThrow(NotFound::new);
        HallDecision decision = ask(change, hall);
        if (decision.refusal() == null) {
            return changes.accept(change, hall, clock.instant());
        }
        changes.drop(change);
        throw switch (decision.refusal()) {
            case "already-sold" -> new AlreadySold(change.whileUnsold());
            case "event-cancelled" -> new EventIsCancelled();
            case "grade-held" -> ChangeRefused.gradeHeld();
            case "grade-sold" -> ChangeRefused.gradeSold();
            case "seats-held" -> ChangeRefused.seatsHeld(change.whileFree());
            default -> ChangeRefused.changeRunning();
        };
    }

    private HallDecision ask(ProposedChange change, VenueHall hall) {
        SeatPlan plan = change.seatsOrPricesDiffer()
                ? SeatPlan.of(
                        change.eventId(),
                        change.show().planVersion(),
                        hall,
                        change.terms().grades())
                : null;
        try {
            return inventory.change(
                    change.eventId(), new HallQuestion(change.show(), plan, change.whileFree(), change.whileUnsold()));
        } catch (RestClientException | IllegalStateException e) {
            log.warn("No decision about change {} of event {}: {}", change.revision(), change.eventId(), e.toString());
            throw new Unavailable();
        }
    }
}
