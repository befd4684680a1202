package podo.reservation.booking;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.booking.refund.RefundTable;
import podo.reservation.show.KnownShow;
import podo.reservation.show.KnownShows;
import podo.starter.idempotency.Idempotent;
import podo.starter.input.OpaqueId;
import podo.starter.security.Fan;

/** A fan's bookings. */
@Tag(name = "Reservations")
@RestController
@RequestMapping("/api/reservations")
class BookingController {

    record OpenRequest(@OpaqueId String holdId) {}

    record CancelRequest(@Nullable @Size(min = 1, max = 50) List<@NotNull Long> seatIds) {}

    private final BookingDesk desk;
    private final CancelDesk cancelDesk;
    private final Bookings bookings;
    private final KnownShows shows;
    private final Clock clock;

    BookingController(BookingDesk desk, CancelDesk cancelDesk, Bookings bookings, KnownShows shows, Clock clock) {
        this.desk = desk;
        this.cancelDesk = cancelDesk;
        this.bookings = bookings;
        this.shows = shows;
        this.clock = clock;
    }

    /** 201 with the booking; 200 with the same booking when the hold has one; 404; 409 {@code hold-lapsed}. */
    @Operation(summary = "Open a reservation for a hold")
    @Idempotent
    @PostMapping
    ResponseEntity<BookingView> open(@Valid @RequestBody OpenRequest request, Fan fan) {
        BookingDesk.Opened opened = desk.open(request.holdId(), fan.id());
        return ResponseEntity.status(opened.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(view(opened.booking()));
    }

    /** The fan's bookings, newest first, 200 at most. */
    @Operation(summary = "List your reservations")
    @GetMapping
    List<BookingView> list(Fan fan) {
        List<Booking> own = bookings.findTop200ByFanIdOrderByCreatedAtDesc(fan.id());
        Map<Long, KnownShow> known =
                shows.findAll(own.stream().map(Booking::eventId).collect(Collectors.toSet()));
        return own.stream()
                .map(booking -> BookingView.of(booking, known.get(booking.eventId()), clock.instant()))
                .toList();
    }

    @Operation(summary = "Get one reservation")
    @GetMapping("/{id}")
    BookingView find(@PathVariable String id, Fan fan) {
        return view(desk.find(id, fan.id()));
    }

    /** The refund that a cancellation of these seats (all without {@code seatIds}) would bring, in whole won. */
    @Operation(summary = "Preview the refund of a cancellation")
    @GetMapping("/{id}/refund")
    RefundTable.Refund refund(
            @PathVariable String id, @RequestParam(required = false) @Nullable List<Long> seatIds, Fan fan) {
        return cancelDesk.preview(id, fan.id(), seatIds);
    }

    /** 200 when done, 202 while a refund is pending; 409 {@code payment-running}, {@code not-cancellable}. */
    @Operation(summary = "Cancel a reservation or some of its seats")
    @Idempotent
    @PostMapping("/{id}/cancel")
    ResponseEntity<BookingView> cancel(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable CancelRequest request,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            Fan fan) {
        Booking booking = cancelDesk.cancel(id, fan.id(), request == null ? null : request.seatIds(), authorization);
        boolean isRefundPending =
                booking.seats().stream().anyMatch(seat -> seat.state() == BookedSeat.State.GIVEN_BACK);
        return ResponseEntity.status(isRefundPending ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(view(booking));
    }

    private BookingView view(Booking booking) {
        return BookingView.of(booking, shows.find(booking.eventId()).orElse(null), clock.instant());
    }
}
