package podo.reservation.booking.giveback.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.reservation.booking.giveback.GiveBackDesk;
import podo.reservation.booking.giveback.store.GiveBack;
import podo.reservation.booking.giveback.store.GiveBackOffers;
import podo.reservation.booking.giveback.store.GivenSeats;
import podo.reservation.booking.giveback.store.GivenSeats.GivenSeat;
import podo.reservation.booking.giveback.store.SeatOfferMade;
import podo.reservation.show.BookedShow;
import podo.reservation.show.KnownShow;
import podo.reservation.show.RecentShows;

/** Makes the views of give-backs and offers. */
@Component
class GiveBackViews {

    private final GiveBackOffers offers;
    private final GivenSeats seats;
    private final RecentShows shows;

    GiveBackViews(GiveBackOffers offers, GivenSeats seats, RecentShows shows) {
        this.offers = offers;
        this.seats = seats;
        this.shows = shows;
    }

    List<GiveBackView> of(List<GiveBack> given) {
        List<String> ids = given.stream().map(GiveBack::id).toList();
        Map<String, GivenSeat> names = seats.find(ids);
        Map<Long, KnownShow> known =
                shows.findShows(given.stream().map(GiveBack::eventId).toList());
        Collection<String> offered = offers.findOffered(ids);
        return given.stream()
                .map(one -> view(one, known.get(one.eventId()), names.get(one.id()), offered.contains(one.id())))
                .toList();
    }

    private static GiveBackView view(
            GiveBack given, @Nullable KnownShow show, @Nullable GivenSeat seat, boolean offered) {
        GiveBackView.State open = offered ? GiveBackView.State.OFFERED : GiveBackView.State.WAITING;
        return new GiveBackView(
                given.id(),
                given.bookingId(),
                BookedShow.of(given.eventId(), show),
                seat,
                given.price(),
                given.isOpen() ? open : GiveBackView.State.ENDED,
                given.askedAt(),
                show == null ? null : GiveBackDesk.endOf(show),
                given.endedAt(),
                given.end());
    }

    List<SeatOfferView> ofOffers(List<SeatOfferMade> made) {
        Map<String, GivenSeat> names =
                seats.find(made.stream().map(SeatOfferMade::giveBackId).toList());
        Map<Long, KnownShow> known =
                shows.findShows(made.stream().map(SeatOfferMade::eventId).toList());
        return made.stream()
                .map(offer -> new SeatOfferView(
                        offer.id(),
                        offer.id(),
                        BookedShow.of(offer.eventId(), known.get(offer.eventId())),
                        names.get(offer.giveBackId()),
                        offer.price(),
                        offer.expiresAt()))
                .toList();
    }
}
