package podo.event.show;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.Show;
import podo.contracts.event.ShowChange;
import podo.event.show.change.AdvertisedPrices;
import podo.event.show.change.BuyerNotice;
import podo.event.show.change.ProposedChange;
import podo.event.show.change.ToldChangesColumn;
import podo.event.show.refusal.ChangeRefused;
import podo.event.show.refusal.ChangedMeanwhile;
import podo.event.show.refusal.EventIsCancelled;
import podo.event.show.refusal.NotPublished;
import podo.event.show.refusal.SaleIsOver;
import podo.event.show.terms.Terms;
import podo.event.venue.VenueHall;

/** An organiser's event; its state methods refuse what its state does not allow. */
@Entity
class Event {

    /** @param ahead before this time ahead of its opening the line's times can be changed */
    record LineGuard(Instant now, Duration ahead) {}

    private static final int MOST_TOLD = 10;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long organiserId;

    @Enumerated(EnumType.STRING)
    private EventState state = EventState.DRAFT;

    private int planVersion = 1;
    /** The number of the last change that was published or proposed; a refused one keeps its number. */
    private int revision;

    /** The version of the venue's plan: a draft's is the newest, a published event keeps it. */
    private int venueVersion = 1;

    private String venue = "";
    private String address = "";
    private String city = "";
    private int capacity;
    private boolean withdrawn;

    @Embedded
    private Terms terms;

    private String otherTitles = "";

    private Instant createdAt = Instant.EPOCH;

    /** Rises whenever the event is saved, so that an editor who read it before can be told. */
    private int edition;

    /** The digest of an uploaded poster; null while the drawn one is shown. */
    private @Nullable String poster;

    /** The id of the event from which the dates of a show began; null for an event that never had others. */
    private @Nullable Long seriesId;

    /** What buyers were told, newest first. */
    @Convert(converter = ToldChangesColumn.class)
    private @Nullable List<ShowChange> toldChanges = List.of();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in after this constructor
    protected Event() {}

    Event(long organiserId, Terms terms, VenueHall hall, Instant createdAt) {
        this.organiserId = organiserId;
        setTerms(terms);
        this.createdAt = createdAt;
        copyVenue(hall);
    }

    private void setTerms(Terms newTerms) {
        terms = newTerms;
        otherTitles = newTerms.otherTitles();
    }

    private void copyVenue(VenueHall hall) {
        venueVersion = hall.version();
        venue = hall.name();
        address = hall.address();
        city = hall.city();
        capacity = hall.capacity();
    }

    /** Throws {@link ChangedMeanwhile} when the event is not of this version any more; null asks for nothing. */
    void requireVersion(@Nullable Integer version) {
        if (version != null && version != edition) {
            throw new ChangedMeanwhile(edition);
        }
    }

    /** A draft of the same show on another date. */
    Event onDate(Terms otherTerms, VenueHall hall, Instant now) {
        refuseWhenCancelled();
        seriesId = seriesId == null ? id() : seriesId;
        Event draft = new Event(organiserId, otherTerms, hall, now);
        draft.seriesId = seriesId;
        draft.poster = poster;
        return draft;
    }

    /** Replaces the terms of a draft. */
    void redraft(Terms newTerms, VenueHall hall) {
        edition++;
        setTerms(newTerms);
        copyVenue(hall);
    }

    /**
     * A numbered change of the published event, which leaves the event as it is until the inventory has decided; refused when the state
     * of the event does not allow it.
     */
    ProposedChange propose(Terms newTerms, VenueHall hall, BuyerNotice notice, LineGuard line) {
        refuseWhenCancelled();
        List<String> tooLate = terms.timesFixedAt(line.now().plus(line.ahead()), newTerms, line.now());
        if (!tooLate.isEmpty()) {
            throw ChangeRefused.lineOpen(tooLate);
        }
        revision++;
        boolean newPlan = newTerms.needsNewPlan(terms);
        return new ProposedChange(
                id(),
                toShow(newTerms, hall.name(), newPlan ? planVersion + 1 : planVersion),
                newTerms,
                newPlan,
                newTerms.changesToHeldSeats(terms),
                hall.version(),
                newTerms.changesAgainstBuyers(terms),
                notice);
    }

    /** Takes over a change that is in force in the inventory. Returns what buyers are told, null when it is nothing. */
    @Nullable
    ShowChange accept(ProposedChange change, VenueHall hall, Instant now) {
        BuyerNotice notice = change.notice() == null ? new BuyerNotice(null, null) : change.notice();
        ShowChange told = notice.about(
                terms,
                new BuyerNotice.ShownVenue(venue, address),
                change.terms(),
                new BuyerNotice.ShownVenue(hall.name(), hall.address()),
                now.truncatedTo(ChronoUnit.MILLIS));
        setTerms(change.terms());
        planVersion = change.show().planVersion();
        copyVenue(hall);
        edition++;
        if (told.isEmpty()) {
            return null;
        }
        toldChanges = Stream.concat(Stream.of(told), toldChanges().stream())
                .limit(MOST_TOLD)
                .toList();
        return told;
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
        revision++;
        edition++;
        return true;
    }

    /** Shows an uploaded poster, null the drawn one. */
    void hangPoster(@Nullable String digest) {
        refuseWhenCancelled();
        edition++;
        poster = digest;
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

    Terms terms() {
        return terms;
    }

    /** The version of this venue's plan that the event stays with; null when it takes the newest. */
    @Nullable
    Integer fixedPlanOf(long venueId) {
        return isDraft() || terms.venueId() != venueId ? null : venueVersion;
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

    void advertise(AdvertisedPrices prices) {
        prices.record(id(), revision, terms.grades());
    }

    /** The part of the event that its messages carry. */
    Show toShow() {
        return toShow(terms, venue, planVersion);
    }

    private Show toShow(Terms terms, String venue, int planVersion) {
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
                terms.refundFees(),
                revision,
                terms.handover().toMessage(),
                terms.facts().doorsAt(),
                terms.titles(),
                seriesId,
                terms.holdSeconds());
    }

    /** The column of an event from before it was kept is empty. */
    private List<ShowChange> toldChanges() {
        return toldChanges == null ? List.of() : toldChanges;
    }

    EventSnapshot snapshot(int taken) {
        return new EventSnapshot(
                id(),
                state,
                planVersion,
                venueVersion,
                venue,
                address,
                city,
                capacity,
                taken,
                terms,
                edition,
                toldChanges(),
                poster,
                seriesId,
                List.of());
    }
}
