package podo.event.show;

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
import podo.event.venue.VenueHall;

/** A show on its way from draft to stage. */
@Entity
class Event {

    enum State {
        DRAFT,
        PUBLISHED,
        CANCELLED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long organiserId;

    @Enumerated(EnumType.STRING)
    private State state = State.DRAFT;

    private int planVersion = 1;
    private String venue = "";
    private String address = "";
    private int capacity;

    @Embedded
    @SuppressWarnings("NullAway.Init") // set by every constructor that people may call
    private Terms terms;

    private Instant createdAt = Instant.EPOCH;

    @SuppressWarnings("NullAway.Init")
    protected Event() {}

    Event(long organiserId, Terms terms, VenueHall hall, Instant createdAt) {
        this.organiserId = organiserId;
        this.terms = terms;
        this.createdAt = createdAt;
        playsAt(hall);
    }

    private void playsAt(VenueHall hall) {
        venue = hall.name();
        address = hall.address();
        capacity = hall.capacity();
    }

    /** Takes new terms; the plan gets a new version when somebody may know the old one. */
    void change(Terms newTerms, VenueHall hall) {
        refuseWhenCancelled();
        if (isPublished() && newTerms.anotherPlanThan(terms)) {
            planVersion++;
        }
        terms = newTerms;
        playsAt(hall);
    }

    /** False when it was published before. */
    boolean publish(Instant now) {
        refuseWhenCancelled();
        if (isPublished()) {
            return false;
        }
        if (!terms.salesEndAt().isAfter(now)) {
            throw new SaleIsOver();
        }
        state = State.PUBLISHED;
        return true;
    }

    /** False when it was cancelled before. */
    boolean cancel() {
        if (state == State.DRAFT) {
            throw new NotPublished();
        }
        boolean first = state != State.CANCELLED;
        state = State.CANCELLED;
        return first;
    }

    private void refuseWhenCancelled() {
        if (state == State.CANCELLED) {
            throw new EventIsCancelled();
        }
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not saved yet");
        }
        return id;
    }

    boolean isBy(long organiser) {
        return organiserId == organiser;
    }

    boolean isDraft() {
        return state == State.DRAFT;
    }

    boolean isPublished() {
        return state == State.PUBLISHED;
    }

    Terms terms() {
        return terms;
    }

    /** What the others are told. */
    Show show() {
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

    CachedEvent listing(int sold) {
        return new CachedEvent(id(), state, planVersion, venue, address, capacity, sold, terms);
    }
}
