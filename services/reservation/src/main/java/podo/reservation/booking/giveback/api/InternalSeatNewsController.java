package podo.reservation.booking.giveback.api;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.booking.giveback.store.GiveBackOffers;
import podo.reservation.booking.giveback.store.GivenSeats;
import podo.reservation.booking.giveback.store.GivenSeats.SoldGiveBack;
import podo.reservation.show.BookedShow;
import podo.reservation.show.KnownShow;
import podo.reservation.show.KnownShows;
import podo.starter.problem.NotFound;

/** Offers and shows for mails, and sold give-backs for the auditor. */
@RestController
class InternalSeatNewsController {

    /** @param live whether the seat is still held for the fan */
    record OfferNews(long fanId, boolean live, SeatOfferView offer) {}

    /** @param coming false when there is nothing to buy any more */
    record ShowNews(BookedShow event, boolean coming) {}

    record ShowTeam(long teamId) {}

    private final GiveBackOffers offers;
    private final GiveBackViews views;
    private final GivenSeats seats;
    private final KnownShows shows;

    InternalSeatNewsController(GiveBackOffers offers, GiveBackViews views, GivenSeats seats, KnownShows shows) {
        this.offers = offers;
        this.views = views;
        this.seats = seats;
        this.shows = shows;
    }

    @GetMapping("/internal/give-back-offers/{id}")
    OfferNews offer(@PathVariable String id) {
        return offers.find(id)
                .map(made -> new OfferNews(
                        made.fanId(),
                        made.isLive(),
                        views.ofOffers(List.of(made)).getFirst()))
                .orElseThrow(NotFound::new);
    }

    @GetMapping("/internal/shows/{eventId}")
    ShowNews show(@PathVariable long eventId) {
        KnownShow show = shows.find(eventId).orElseThrow(NotFound::new);
        return new ShowNews(BookedShow.of(eventId, show), !show.cancelled());
    }

    @GetMapping("/internal/shows/{eventId}/team")
    ShowTeam team(@PathVariable long eventId) {
        return shows.findTeam(eventId).map(ShowTeam::new).orElseThrow(NotFound::new);
    }

    /** By id, those after {@code after}; 10,000 at most. */
    @GetMapping("/internal/audit/give-backs")
    List<SoldGiveBack> sold(@RequestParam String after, @RequestParam int limit) {
        return seats.findSold(after, Math.min(limit, 10_000));
    }
}
