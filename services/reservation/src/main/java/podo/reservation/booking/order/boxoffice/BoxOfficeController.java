package podo.reservation.booking.order.boxoffice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.contracts.reservation.BookingStatus;
import podo.reservation.account.KnownAccount;
import podo.reservation.account.KnownAccounts;
import podo.reservation.booking.BookingView;
import podo.reservation.booking.order.search.OrderQuery;
import podo.reservation.booking.order.search.OrderRow;
import podo.reservation.booking.ticket.TicketFaces;
import podo.reservation.booking.ticket.pdf.PageSize;
import podo.reservation.show.TeamEventScopes;
import podo.starter.idempotency.Idempotent;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;
import podo.starter.team.Right;

/** Sells at the desk of a team's event, and prints tickets there. */
@Tag(name = "Box office")
@RestController
class BoxOfficeController {

    /** @param status CHECKING until the tickets are issued, which takes a moment */
    record Sold(
            String orderId,
            String reservationId,
            BookingStatus status,
            long amount,
            SaleWay way,
            List<BookingView.SeatView> seats) {}

    /** For mails about the order. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Buyer(long id, String email, String name, String language) {}

    private final BoxOfficeDesk desk;
    private final BoxOfficeSales sales;
    private final KnownAccounts buyers;
    private final TeamEventScopes scopes;
    private final OrderQuery orders;
    private final TicketFaces faces;

    BoxOfficeController(
            BoxOfficeDesk desk,
            BoxOfficeSales sales,
            KnownAccounts buyers,
            TeamEventScopes scopes,
            OrderQuery orders,
            TicketFaces faces) {
        this.desk = desk;
        this.sales = sales;
        this.buyers = buyers;
        this.scopes = scopes;
        this.orders = orders;
        this.faces = faces;
    }

    /** 409 {@code seats-taken} or {@code area-full} when somebody was faster, {@code price-changed} at another sum: nothing is sold then. */
    @Operation(
            summary =
                    "Sell seats and places at the desk: for cash, by card at the desk's own terminal, or given away for a reason")
    @Idempotent
    @PostMapping("/api/organiser/events/{eventId}/sales")
    @ResponseStatus(HttpStatus.CREATED)
    Sold sell(
            @PathVariable long eventId,
            @Valid @RequestBody SaleRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Fan member,
            Locale language) {
        long team = scopes.require(Right.DESK, member, eventId);
        BookingView sold = desk.sell(eventId, team, member.id(), request, key, language);
        return new Sold(sold.orderId(), sold.id(), sold.status(), sold.amount(), request.way(), sold.seats());
    }

    /** The valid tickets that the buyer still holds, on A4; 404 when there is none. */
    @Operation(summary = "Get the tickets of an order as a PDF, to print them at the desk")
    @GetMapping("/api/organiser/orders/{orderId}/tickets.pdf")
    ResponseEntity<byte[]> tickets(@PathVariable String orderId, Fan member, Locale language) {
        OrderRow order =
                orders.find(orderId, scopes.of(Right.ORDERS_READ, member)).orElseThrow(NotFound::new);
        scopes.require(Right.ORDERS_CHANGE, member, order.eventId());
        byte[] file = faces.print(order.fanId(), order.reservationId(), PageSize.A4, language)
                .orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .body(file);
    }

    /** Who bought at a box office; 404 when no address was given, since nothing can be sent then. */
    @GetMapping("/internal/box-office-buyers/{id}")
    Buyer buyer(@PathVariable long id) {
        BoxOfficeSales.Sale sale = sales.ofBuyer(id).orElseThrow(NotFound::new);
        KnownAccount account =
                buyers.find(id).filter(known -> !known.email().isEmpty()).orElseThrow(NotFound::new);
        String name = account.name().isEmpty() ? account.email() : account.name();
        return new Buyer(id, account.email(), name, sale.language());
    }
}
