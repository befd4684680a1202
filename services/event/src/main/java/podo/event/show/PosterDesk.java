package podo.event.show;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.event.picture.EventPosters;
import podo.event.picture.PrintedPoster;
import podo.event.show.refusal.ChangedMeanwhile;
import podo.event.show.sales.SoldSeatCounts;

/** Hangs and takes down an organiser's posters, also those of a sold show: nobody buys a picture, so buyers are not told. */
@Service
@Transactional
public class PosterDesk {

    private final OwnEvents own;
    private final EventPosters posters;
    private final SoldSeatCounts soldSeats;
    private final ApplicationEventPublisher applicationEvents;

    PosterDesk(
            OwnEvents own,
            EventPosters posters,
            SoldSeatCounts soldSeats,
            ApplicationEventPublisher applicationEvents) {
        this.own = own;
        this.posters = posters;
        this.soldSeats = soldSeats;
        this.applicationEvents = applicationEvents;
    }

    /** Throws {@link ChangedMeanwhile} when the event is not of this version any more; null asks for nothing. */
    public EventSnapshot hang(long organiserId, long id, @Nullable Integer version, PrintedPoster poster) {
        Event event = own.lock(organiserId, id);
        event.requireVersion(version);
        posters.store(id, poster);
        return show(event, poster.digest());
    }

    /** Hangs the poster of another event, whose uploads may change later without this one. */
    public EventSnapshot copy(long organiserId, long id, long fromId, String digest) {
        Event event = own.lock(organiserId, id);
        posters.copy(fromId, id, digest);
        return show(event, digest);
    }

    /** The drawn poster is shown again; what was uploaded stays readable under its address until the next upload. */
    public EventSnapshot takeDown(long organiserId, long id, @Nullable Integer version) {
        Event event = own.lock(organiserId, id);
        event.requireVersion(version);
        return show(event, null);
    }

    /** @param width one of {@link PrintedPoster#WIDTHS} */
    @Transactional(readOnly = true)
    public Optional<byte[]> find(long id, String digest, int width) {
        return posters.find(id, digest, width);
    }

    private EventSnapshot show(Event event, @Nullable String digest) {
        event.hangPoster(digest);
        if (!event.isDraft()) {
            applicationEvents.publishEvent(new PublicViewChanged(event.id()));
        }
        return event.snapshot(soldSeats.taken(event.id()));
    }
}
