package podo.reservation.booking.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.contracts.reservation.BookingStatus;
import podo.reservation.booking.order.search.OrderFilter;
import podo.reservation.booking.order.search.OrderQuery;
import podo.reservation.booking.order.search.OrderRow;
import podo.reservation.booking.order.search.OrderSearch;
import podo.reservation.booking.refund.RefundTable;
import podo.reservation.show.TeamEventScopes;
import podo.starter.idempotency.Idempotent;
import podo.starter.passkey.NeedsPasskey;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;
import podo.starter.team.Right;
import podo.starter.text.PersonText;

/** The orders of a team's events; those of others do not exist. */
@Tag(name = "Orders")
@RestController
@RequestMapping("/api/organiser/orders")
class OrganiserOrderController {

    record RefundRequest(
            @Nullable @Size(min = 1, max = 50) List<@NotNull Long> seatIds,
            @Nullable Boolean waiveFee,
            @PersonText(max = 200) String reason) {}

    /** @param blockFrom whether the seats that are given up are kept from sale */
    record MoveRequest(
            @NotNull @Size(min = 1, max = 50) List<@NotNull Long> from,
            @NotNull @Size(min = 1, max = 50) List<@NotNull Long> to,
            @Nullable Boolean blockFrom) {}

    record NoteRequest(
            @PersonText(max = 1_000, lines = true, optional = true) @Nullable
            String note) {}

    /** @param priceDifference what the new seats cost today as usual ones, less what the old ones did; no money moves */
    record Moved(OrderView order, long priceDifference) {}

    private final OrderQuery orders;
    private final OrderViews views;
    private final OrderPasts pasts;
    private final OrderDesk desk;
    private final MoveDesk moves;
    private final TeamEventScopes scopes;
    private final MailDesk mails;

    OrganiserOrderController(
            OrderQuery orders,
            OrderViews views,
            OrderPasts pasts,
            OrderDesk desk,
            MoveDesk moves,
            TeamEventScopes scopes,
            MailDesk mails) {
        this.orders = orders;
        this.views = views;
        this.pasts = pasts;
        this.desk = desk;
        this.moves = moves;
        this.scopes = scopes;
        this.mails = mails;
    }

    /**
     * Newest first.
     *
     * @param query a part of the buyer's name or e-mail, the beginning of an order id or ticket code, or a seat such as B-12
     * @param status without it, all orders that were paid or still may be
     * @param owed only those paid at a box office for a show that was cancelled, whose money nobody has said to be handed back
     * @param withoutEmail only those whose buyer has no e-mail address, and is told nothing by mail
     */
    @Operation(summary = "Search the orders of your events, a page at a time")
    @GetMapping
    OrderPage list(
            @RequestParam(required = false) @Nullable Long eventId,
            @RequestParam(required = false) @PersonText(max = 100, optional = true) @Nullable String query,
            @RequestParam(required = false) @Nullable BookingStatus status,
            @RequestParam(defaultValue = "false") boolean withoutEmail,
            @RequestParam(defaultValue = "false") boolean owed,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size,
            Fan organiser) {
        if (eventId != null) {
            scopes.require(Right.ORDERS_READ, organiser, eventId);
        }
        return views.page(
                new OrderFilter(
                        scopes.of(Right.ORDERS_READ, organiser),
                        eventId,
                        OrderSearch.of(query).orElse(null),
                        status,
                        withoutEmail,
                        owed),
                page,
                size);
    }

    @Operation(summary = "Get one order with all that happened to it")
    @GetMapping("/{orderId}")
    OrderPasts.OrderWithPast find(@PathVariable String orderId, Fan organiser) {
        return pasts.of(own(Right.ORDERS_READ, orderId, organiser));
    }

    @Operation(summary = "Have the tickets of an order sent to its buyer again, at most once a minute")
    @Idempotent
    @PostMapping("/{orderId}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    OrderView resend(@PathVariable String orderId, Fan organiser) {
        OrderRow order = own(Right.ORDERS_CHANGE, orderId, organiser);
        desk.sendAgain(order, organiser.id());
        return views.of(order);
    }

    /**
     * 202 also for one that is on its way or was sent within a minute, which is not sent again; 404 for a mail of another order; 409 {@code mail-outdated}
     * for one that is not true any more.
     */
    @Operation(summary = "Have one mail about an order sent again, as it would be written now")
    @PostMapping("/{orderId}/mails/{mailId}/again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void sendMailAgain(@PathVariable String orderId, @PathVariable long mailId, Fan organiser) {
        mails.sendAgain(own(Right.ORDERS_CHANGE, orderId, organiser), mailId, organiser.id());
    }

    /** What a refund of these seats (all without {@code seatIds}) would pay back and keep, in whole won. */
    @Operation(summary = "Preview a refund; needs a log-in with a passkey")
    @NeedsPasskey
    @GetMapping("/{orderId}/refund")
    RefundTable.Refund preview(
            @PathVariable String orderId,
            @RequestParam(required = false) @Nullable List<@NotNull Long> seatIds,
            @RequestParam(defaultValue = "false") boolean waiveFee,
            Fan organiser) {
        return pasts.preview(own(Right.REFUND, orderId, organiser), seatIds, waiveFee);
    }

    /** 202 also when these seats were given back before; nothing more is refunded then. */
    @Operation(summary = "Refund an order or some of its seats, with or without the fee; needs a log-in with a passkey")
    @NeedsPasskey
    @Idempotent
    @PostMapping("/{orderId}/refund")
    @ResponseStatus(HttpStatus.ACCEPTED)
    OrderView refund(@PathVariable String orderId, @Valid @RequestBody RefundRequest request, Fan organiser) {
        OrderRow order = own(Right.REFUND, orderId, organiser);
        desk.refund(
                order, organiser.id(), request.seatIds(), Boolean.TRUE.equals(request.waiveFee()), request.reason());
        return views.of(order);
    }

    /** A repeat changes nothing; 409 {@code nothing-owed} for an order of which a box office owes nothing. */
    @Operation(summary = "Say that the box office has handed the money of an order back, whose show was cancelled")
    @PostMapping("/{orderId}/handed-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handedBack(@PathVariable String orderId, Fan organiser) {
        desk.handedBack(own(Right.REFUND, orderId, organiser), organiser.id());
    }

    /** 409 {@code seats-taken} with {@code seats} when somebody has one of the new seats; nothing is moved then. */
    @Operation(summary = "Exchange seats of an order for other seats of the event")
    @Idempotent
    @PostMapping("/{orderId}/move")
    Moved move(@PathVariable String orderId, @Valid @RequestBody MoveRequest request, Fan organiser) {
        OrderRow order = own(Right.ORDERS_CHANGE, orderId, organiser);
        long team = scopes.require(Right.ORDERS_CHANGE, organiser, order.eventId());
        long difference = moves.move(
                order, team, organiser.id(), request.from(), request.to(), Boolean.TRUE.equals(request.blockFrom()));
        return new Moved(views.of(order), difference);
    }

    @Operation(summary = "Write the note of an order, which its buyer never reads")
    @PutMapping("/{orderId}/note")
    OrderView note(@PathVariable String orderId, @Valid @RequestBody NoteRequest request, Fan organiser) {
        String note = request.note();
        OrderRow order = own(Right.ORDERS_CHANGE, orderId, organiser);
        desk.note(order, organiser.id(), note == null || note.isEmpty() ? null : note);
        return views.of(own(Right.ORDERS_CHANGE, orderId, organiser));
    }

    /** Who may read orders of the event learns which role it takes; to others the order does not exist. */
    private OrderRow own(Right right, String orderId, Fan organiser) {
        OrderRow order =
                orders.find(orderId, scopes.of(Right.ORDERS_READ, organiser)).orElseThrow(NotFound::new);
        scopes.require(right, organiser, order.eventId());
        return order;
    }
}
