package podo.reservation.booking;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.reservation.booking.kind.KindChoice;
import podo.reservation.booking.refund.RefundTable;
import podo.reservation.booking.refund.RequestedRefund;

/** Bookings for the organiser of their event; whether an event is theirs is decided before. */
@Component
public class OrganiserBookings {

    private final BookingDesk desk;
    private final SumDesk sums;
    private final Bookings bookings;
    private final BookingViews views;
    private final CancelTransaction cancellation;

    OrganiserBookings(
            BookingDesk desk, SumDesk sums, Bookings bookings, BookingViews views, CancelTransaction cancellation) {
        this.desk = desk;
        this.sums = sums;
        this.bookings = bookings;
        this.views = views;
        this.cancellation = cancellation;
    }

    /** By id. */
    public Map<String, BookingView> findAll(Collection<String> ids) {
        return views.of(bookings.findAllById(ids)).stream()
                .collect(Collectors.toMap(BookingView::id, Function.identity()));
    }

    /** Brought up to date with its hold. */
    public BookingView find(String orderId) {
        return views.of(desk.findByOrderId(orderId));
    }

    /**
     * Books a hold of the box office and sells its seats as these kinds of ticket, or gives them away. A booking whose sum is fixed, which a
     * repeat finds, stays as it is.
     */
    public BookingView bookAtBoxOffice(String holdId, long buyerId, List<KindChoice> kinds, boolean givenAway) {
        Booking booking = desk.open(holdId, buyerId).booking();
        if (!booking.isSumFixed() && booking.state() == Booking.State.PENDING) {
            booking = givenAway ? sums.giveAway(booking.getId()) : sums.choose(booking.getId(), buyerId, kinds);
        }
        return views.of(booking);
    }

    /** What {@link #refund} would pay back and keep now. */
    public RefundTable.Refund preview(String orderId, @Nullable List<Long> seatIds, boolean waiveFee) {
        return cancellation.previewForOrganiser(desk.findByOrderId(orderId), seatIds, waiveFee);
    }

    /** Refunds these seats, all when null; empty when all of them were given back before. */
    public Optional<RequestedRefund> refund(
            String orderId, @Nullable List<Long> seatIds, boolean waiveFee, String reason) {
        return cancellation.refund(orderId, seatIds, waiveFee, reason);
    }
}
