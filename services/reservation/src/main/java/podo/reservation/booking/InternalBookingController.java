package podo.reservation.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import podo.contracts.reservation.BookingStatus;
import podo.reservation.booking.move.MovedSeat;
import podo.reservation.booking.orderid.OrderIds;
import podo.reservation.booking.ticket.TicketFaces;
import podo.reservation.booking.ticket.pdf.PageSize;
import podo.reservation.show.KnownShow;
import podo.reservation.show.KnownShows;
import podo.starter.problem.NotFound;

/** Orders, for payment and for mails. */
@RestController
class InternalBookingController {

    /**
     * {@code amount} in whole won; {@code orderName} at most 100 characters, the limit of the PG.
     *
     * @param choosable whether the fan can still change the amount, until the order is opened for payment
     */
    record Order(
            String reservationId,
            String orderId,
            String orderName,
            String holdId,
            long eventId,
            long fanId,
            List<Long> seatIds,
            long amount,
            BookingStatus status,
            Instant expiresAt,
            boolean choosable) {}

    /**
     * A booking as its fan sees it, and whose it is.
     *
     * @param moves of its seats, oldest first
     */
    record OwnedBooking(long fanId, BookingView booking, List<MovedSeat> moves) {}

    /** Whose order it is, also when there is no booking of it. */
    record OrderOwner(long fanId) {}

    private static final int LONGEST_NAME = 100;
    private static final String LANGUAGE = "Accept-Language";

    private final BookingDesk desk;
    private final SumDesk sums;
    private final OrderIds orderIds;
    private final KnownShows shows;
    private final BookingViews views;
    private final TicketFaces faces;
    private final Clock clock;

    InternalBookingController(
            BookingDesk desk,
            SumDesk sums,
            OrderIds orderIds,
            KnownShows shows,
            BookingViews views,
            TicketFaces faces,
            Clock clock) {
        this.desk = desk;
        this.sums = sums;
        this.orderIds = orderIds;
        this.shows = shows;
        this.views = views;
        this.faces = faces;
        this.clock = clock;
    }

    @GetMapping("/internal/bookings/{orderId}")
    Order order(
            @PathVariable String orderId,
            @RequestHeader(value = LANGUAGE, required = false) @Nullable String language) {
        return orderOf(desk.findByOrderId(orderId), language);
    }

    /** The order is opened for payment: what it costs stays from now on. A repeat changes nothing. */
    @PostMapping("/internal/bookings/{orderId}/sum")
    Order fixSum(
            @PathVariable String orderId,
            @RequestHeader(value = LANGUAGE, required = false) @Nullable String language) {
        return orderOf(sums.fixSum(orderId), language);
    }

    /** @param language tag of the fan's, in which the bank's window names the show; null: in its own words */
    private Order orderOf(Booking booking, @Nullable String language) {
        Optional<KnownShow> show = shows.find(booking.eventId());
        String title = show.map(known -> titleOf(known, language))
                .filter(words -> !words.isBlank())
                .orElse("Podo");
        return new Order(
                booking.getId(),
                booking.orderId(),
                orderName(title, booking.seats().size()),
                booking.holdId(),
                booking.eventId(),
                booking.fanId(),
                booking.seatIds(),
                booking.amount(),
                booking.statusAt(clock.instant(), show.orElse(null)),
                booking.expiresAt(),
                booking.canUseCode()
                        || booking.isOfPresale()
                        || !booking.choosableKinds().isEmpty());
    }

    private static String titleOf(KnownShow show, @Nullable String language) {
        return language == null
                ? show.title()
                : show.titleIn(Locale.forLanguageTag(language).getLanguage());
    }

    @GetMapping("/internal/bookings/{orderId}/view")
    OwnedBooking view(@PathVariable String orderId) {
        Booking booking = desk.findByOrderId(orderId);
        return new OwnedBooking(booking.fanId(), views.of(booking), views.moves(booking));
    }

    /** The valid tickets that the buyer still holds, on A4; 404 when there is none. */
    @GetMapping("/internal/bookings/{orderId}/tickets.pdf")
    ResponseEntity<byte[]> tickets(@PathVariable String orderId, Locale language) {
        Booking booking = desk.findByOrderId(orderId);
        byte[] file = faces.print(booking.fanId(), booking.getId(), PageSize.A4, language)
                .orElseThrow(NotFound::new);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(file);
    }

    /** For orders that a restored database has lost: the id itself names the fan. */
    @GetMapping("/internal/orders/{orderId}/owner")
    OrderOwner owner(@PathVariable String orderId) {
        return new OrderOwner(orderIds.fanOf(orderId).orElseThrow(NotFound::new));
    }

    static String orderName(String title, int seats) {
        String suffix = seats == 1 ? "" : " ×" + seats;
        int room = LONGEST_NAME - suffix.length();
        int end = Math.min(title.length(), room);
        boolean betweenHalves = end < title.length() && Character.isHighSurrogate(title.charAt(end - 1));
        return title.substring(0, betweenHalves ? end - 1 : end) + suffix;
    }
}
