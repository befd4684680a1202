package podo.reservation.booking;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.booking.code.CodeGuesses;
import podo.reservation.booking.kind.KindChoice;
import podo.reservation.booking.page.ArrayPage;
import podo.reservation.booking.refund.RefundTable;
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

    record KindsRequest(@NotNull @Size(min = 1, max = 50) List<@NotNull @Valid KindChoice> seats) {}

    record CodeToUse(@NotNull @Size(max = 60) String code) {}

    private final BookingDesk desk;
    private final SumDesk sums;
    private final CancelDesk cancelDesk;
    private final Bookings bookings;
    private final BookingViews views;
    private final CodeGuesses guesses;
    private final Clock clock;

    BookingController(
            BookingDesk desk,
            SumDesk sums,
            CancelDesk cancelDesk,
            Bookings bookings,
            BookingViews views,
            CodeGuesses guesses,
            Clock clock) {
        this.desk = desk;
        this.sums = sums;
        this.cancelDesk = cancelDesk;
        this.bookings = bookings;
        this.views = views;
        this.guesses = guesses;
        this.clock = clock;
    }

    /** 201 with the booking; 200 with the same booking when the hold has one; 404; 409 {@code hold-lapsed}. */
    @Operation(summary = "Open a reservation for a hold")
    @Idempotent
    @PostMapping
    ResponseEntity<BookingView> open(@Valid @RequestBody OpenRequest request, Fan fan) {
        BookingDesk.Opened opened = desk.open(request.holdId(), fan.id());
        return ResponseEntity.status(opened.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(views.of(opened.booking()));
    }

    /**
     * Paid reservations and those that can be paid come first, then by time, newest first; X-Total-Count tells how many there
     * are, Link where the other pages are.
     *
     * @param orders leaves out what expired or was given back unpaid, lists the next show first, and adds the tickets
     */
    @Operation(summary = "List your reservations, a page at a time; total and links stand in headers")
    @GetMapping
    ResponseEntity<List<BookingView>> list(
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "200") @Min(1) @Max(200) int size,
            @RequestParam(required = false) @Nullable Long eventId,
            @RequestParam(required = false) @Size(max = 64) @Nullable String orderId,
            @RequestParam(defaultValue = "false") boolean orders,
            Fan fan) {
        desk.refreshUnpaid(fan.id());
        Instant now = clock.instant();
        Pageable asked = PageRequest.of(page, size);
        Page<Booking> found = orders
                ? bookings.findOrders(fan.id(), eventId, orderId, now, asked)
                : bookings.findOwn(fan.id(), eventId, orderId, now, asked);
        List<BookingView> content =
                orders ? views.withTickets(found.getContent(), fan.id()) : views.of(found.getContent());
        return ArrayPage.of(content, page, size, found.getTotalElements());
    }

    @Operation(summary = "Get one reservation")
    @GetMapping("/{id}")
    BookingView find(@PathVariable String id, Fan fan) {
        return views.of(desk.find(id, fan.id()));
    }

    /** The server works out the sum. 400 for a kind that the seat's grade does not have; 409 {@code sum-fixed}, {@code hold-lapsed}. */
    @Operation(summary = "Choose the kinds of ticket of a reservation, before its payment is opened")
    @PutMapping("/{id}/kinds")
    BookingView choose(@PathVariable String id, @Valid @RequestBody KindsRequest request, Fan fan) {
        return views.of(sums.choose(id, fan.id(), request.seats()));
    }

    /** 400 with the reason at {@code code}; 409 {@code sum-fixed}, {@code hold-lapsed}; 429 {@code too-many-codes}. */
    @Operation(summary = "Use a code for a reservation before its payment is opened; an empty one uses none")
    @PutMapping("/{id}/code")
    BookingView useCode(@PathVariable String id, @Valid @RequestBody CodeToUse request, Fan fan) {
        guesses.check(fan.id());
        return views.of(sums.useCode(id, fan.id(), request.code()));
    }

    /** The refund that a cancellation of these seats (all without {@code seatIds}) would bring, in whole won. */
    @Operation(summary = "Preview the refund of a cancellation")
    @GetMapping("/{id}/refund")
    RefundTable.Refund refund(
            @PathVariable String id, @RequestParam(required = false) @Nullable List<@NotNull Long> seatIds, Fan fan) {
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
                .body(views.of(booking));
    }
}
