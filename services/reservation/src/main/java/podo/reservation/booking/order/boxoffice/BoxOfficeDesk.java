package podo.reservation.booking.order.boxoffice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.reservation.account.KnownAccount;
import podo.reservation.account.KnownAccounts;
import podo.reservation.action.OrganiserAction.Kind;
import podo.reservation.action.OrganiserActions;
import podo.reservation.booking.BookingView;
import podo.reservation.booking.OrganiserBookings;
import podo.reservation.booking.kind.KindChoice;
import podo.starter.problem.InvalidField;
import podo.starter.problem.Problem;

/**
 * Sells at the desk: hold, booking and payment one after the other, each of which a repeat of the same request finds done. What is refused on
 * the way leaves nothing held.
 */
@Component
class BoxOfficeDesk {

    private final BoxOfficeSales sales;
    private final SaleHolds holds;
    private final OrganiserBookings bookings;
    private final SalePayments payments;
    private final KnownAccounts buyers;
    private final OrganiserActions actions;

    BoxOfficeDesk(
            BoxOfficeSales sales,
            SaleHolds holds,
            OrganiserBookings bookings,
            SalePayments payments,
            KnownAccounts buyers,
            OrganiserActions actions) {
        this.sales = sales;
        this.holds = holds;
        this.bookings = bookings;
        this.payments = payments;
        this.buyers = buyers;
        this.actions = actions;
    }

    /** @param key null without one; the same request with the same key is the same sale */
    BookingView sell(
            long eventId, long team, long memberId, SaleRequest request, @Nullable String key, Locale language) {
        requireComplete(request);
        BoxOfficeSales.Sale sale = sales.begin(eventId, memberId, request, key, language);
        BoxOfficeHoldClient.Taken taken = holds.take(eventId, team, sale, request);
        BookingView booking;
        try {
            booking = bookings.bookAtBoxOffice(
                    sale.holdId(), sale.buyerId(), kindsOf(request, taken), request.isGivenAway());
            if (request.total() != null && request.total() != booking.amount()) {
                throw new SaleSumChanged(booking.amount());
            }
            buyers.store(List.of(new KnownAccount(
                    sale.buyerId(), SaleRequest.text(request.name()), SaleRequest.text(request.email()))));
            payments.record(booking.orderId(), sale.way());
        } catch (SaleUndecided e) {
            throw e; // it may be paid: the hold is left to its end
        } catch (Problem refusal) {
            holds.release(sale, taken);
            throw refusal;
        }
        actions.recordOnce(eventId, booking.orderId(), memberId, Kind.SOLD_AT_DESK, detail(sale, booking));
        return bookings.find(booking.orderId());
    }

    private static void requireComplete(SaleRequest request) {
        if (request.size() == 0 || request.size() > SaleRequest.MOST) {
            throw new InvalidField("seats", "seats-to-sell", SaleRequest.MOST);
        }
        if (request.namesASeatTwice()) {
            throw new InvalidField("seats", "seats-once");
        }
        if (request.isGivenAway() && SaleRequest.text(request.reason()).isEmpty()) {
            throw new InvalidField("reason", "reason-of-gift");
        }
    }

    /** The kind of ticket of each seat, and of each place in the order in which its area names them. */
    private static List<KindChoice> kindsOf(SaleRequest request, BoxOfficeHoldClient.Taken taken) {
        Map<Long, Iterator<Long>> placeIds = taken.areas().stream()
                .collect(Collectors.toMap(
                        BoxOfficeHoldClient.HeldPlaces::areaId,
                        held -> held.placeIds().iterator()));
        List<KindChoice> kinds = new ArrayList<>(request.seatsOrNone());
        for (SaleRequest.SoldPlaces sold : request.placesOrNone()) {
            Iterator<Long> ids =
                    placeIds.getOrDefault(sold.areaId(), List.<Long>of().iterator());
            for (int n = 0; n < sold.count() && ids.hasNext(); n++) {
                kinds.add(new KindChoice(ids.next(), sold.kind()));
            }
        }
        return kinds;
    }

    private static Map<String, Object> detail(BoxOfficeSales.Sale sale, BookingView booking) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("way", sale.way().name());
        detail.put("amount", booking.amount());
        detail.put("seats", booking.seats().size());
        if (sale.reason() != null) {
            detail.put("reason", sale.reason());
        }
        return detail;
    }
}
