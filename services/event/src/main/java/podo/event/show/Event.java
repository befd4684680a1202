package podo.event.show;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.Show;
import podo.event.show.terms.Terms;
import podo.event.venue.VenueHall;

/** An organiser's event; its state methods refuse what its state does not allow. */
@Entity
class Event {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long organiserId;

    @Enumerated(EnumType.STRING)
    private EventState state = EventState.DRAFT;

    private int planVersion = 1;
    private String venue = "";
    private String address = "";
    private String city = "";
    private int capacity;
    private boolean withdrawn;

    @Embedded
    private Terms terms;

    private Instant createdAt = Instant.EPOCH;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in after this constructor
    protected Event() {}

    Event(long organiserId, Terms terms, VenueHall hall, Instant createdAt) {
        this.organiserId = organiserId;
        this.terms = terms;
        this.createdAt = createdAt;
        copyVenue(hall);
    }

    private void copyVenue(VenueHall hall) {
        venue = hall.name();
        address = hall.address();
        city = hall.city();
        capacity = hall.capacity();
    }

    /** Replaces the terms; a published event gets a new plan version when its seats or prices differ. */
    void changeTerms(Terms newTerms, VenueHall hall) {
        refuseWhenCancelled();
        if (isPublished() && newTerms.needsNewPlan(terms)) {
            planVersion++;
        }
        terms = newTerms;
        copyVenue(hall);
    }

    /** Returns false when the event is published already. */
    boolean publish(Instant now) {
        refuseWhenCancelled();
        if (isPublished()) {
            return false;
        }
        if (!terms.salesEndAt().isAfter(now)) {
            throw new SaleIsOver();
        }
        state = EventState.PUBLISHED;
        return true;
    }

    /** Takes the event off the public list; whoever has its address still reads what became of it. */
    void withdraw() {
        withdrawn = true;
    }

    /** Returns false when the event is cancelled already. */
    boolean cancel() {
        if (isDraft()) {
            throw new NotPublished();
        }
        boolean changed = state != EventState.CANCELLED;
        state = EventState.CANCELLED;
        return changed;
    }

    private void refuseWhenCancelled() {
        if (state == EventState.CANCELLED) {
            throw new EventIsCancelled();
        }
    }

    long id() {
        return requireNonNull(id, "the event has no id before it is saved");
    }

    boolean isOwnedBy(long organiserId) {
        return this.organiserId == organiserId;
    }

    boolean isDraft() {
        return state == EventState.DRAFT;
    }

    boolean isPublished() {
        return state == EventState.PUBLISHED;
    }

    boolean isSoldOutAt(int taken) {
        return taken >= capacity;
    }

    /** The part of the event that its messages carry. */
    Show toShow() {
        return new Show(
                terms.title(),
                venue,
                organiserId,
                planVersion,
                terms.startsAt(),
                terms.lobbyOpensAt(),
                terms.onSaleAt(),
                terms.salesEndAt(),
                terms.seatsPerFan(),
                terms.admissionPerSecond(),
                terms.admissionCap(),
                terms.extensions(),
                terms.singleSeatPolicy(),
                terms.refundFees());
    }

    EventSnapshot snapshot(int taken) {
        return new EventSnapshot(id(), state, planVersion, venue, address, city, capacity, taken, terms);
    }
}
