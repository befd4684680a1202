package podo.web.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import podo.contracts.reservation.BookingStatus;
import podo.web.client.BookingClient.Event;
import podo.web.client.BookingClient.Refund;
import podo.web.client.BookingClient.Seat;
import podo.web.client.ListedEvent;
import podo.web.orders.mail.ShownMail;

/** The orders of an organiser's events, at the reservation service. Money is whole won. */
public interface OrganiserOrderClient {

    /** Both are empty once the account is deleted. */
    record Buyer(String name, String email) {}

    /**
     * @param name that stands on it; null while it is its holder's
     * @param holder whose it is, when it was handed over; null while it is the buyer's
     */
    record Ticket(
            long id,
            long seatId,
            String code,
            String status,
            @Nullable Boolean used,
            @Nullable String name,
            @Nullable Buyer holder) {

        public boolean isValid() {
            return status.equals("VALID");
        }

        public boolean isUsed() {
            return Boolean.TRUE.equals(used);
        }
    }

    /** @param by the organiser who did it; null for the buyer and for what happens by itself */
    record Happening(Instant at, String kind, @Nullable String by, Map<String, Object> detail) {}

    Set<String> DESK_WAYS = Set.of("CASH", "CARD", "COMPLIMENTARY");

    /** @param way one of {@link #DESK_WAYS}; {@code reason} of one that was given away */
    record DeskSale(String way, @Nullable String reason) {}

    /** A change of the show, of which the buyer is told. */
    record ToldChange(
            long id,
            Instant at,
            List<ListedEvent.ChangedField> fields,
            @Nullable String note,
            @Nullable Instant freeUntil) {}

    /**
     * @param changes of the show since it was booked
     * @param status null when the service sends one that this version does not know
     * @param tickets only in the single order, like {@code history}
     * @param historyComplete false when a service did not answer and its part is missing
     * @param mails only in the single order, newest first; null when the mail service did not answer
     * @param sale how the box office sold it; null of an order of a fan
     * @param code that the buyer used; null for none
     * @param owed what the box office still hands back since the show was cancelled; null for nothing
     */
    record Order(
            String orderId,
            String reservationId,
            Buyer buyer,
            long amount,
            long refunded,
            @Nullable BookingStatus status,
            Event event,
            List<Seat> seats,
            @Nullable List<ToldChange> changes,
            Instant createdAt,
            @Nullable String note,
            @Nullable List<Ticket> tickets,
            @Nullable List<Happening> history,
            @Nullable Boolean historyComplete,
            @Nullable List<ShownMail> mails,
            @Nullable DeskSale sale,
            @Nullable String code,
            @Nullable Long owed) {

        /** The ticket of this seat; null while there is none. */
        public @Nullable Ticket ticketOf(long seatId) {
            return tickets == null
                    ? null
                    : tickets.stream()
                            .filter(ticket -> ticket.seatId() == seatId)
                            .findFirst()
                            .orElse(null);
        }

        /** Message key of what stands for a buyer without a name. */
        public String nobodyKey() {
            return sale == null ? "order.nobody" : "desk.nobody";
        }

        /** Whether the bank moved its money; the rest was paid at the desk, or cost nothing. */
        public boolean isByBank() {
            return sale == null && amount > 0;
        }

        /** Message key of what somebody has to do with the money of a refund; null while the bank pays it back. */
        public @Nullable String handBackKey() {
            if (isByBank()) {
                return null;
            }
            return sale == null || amount == 0 || !DESK_WAYS.contains(sale.way())
                    ? "order.hand-back.none"
                    : "order.hand-back." + sale.way();
        }

        /** What the last refund pays back, in whole won; 0 without one. */
        public long lastRefund() {
            return history == null
                    ? 0
                    : history.stream()
                            .filter(happening -> happening.kind().equals("REFUND_ASKED"))
                            .map(happening -> happening.detail().get("amount"))
                            .reduce((first, last) -> last)
                            .filter(Number.class::isInstance)
                            .map(amount -> ((Number) amount).longValue())
                            .orElse(0L);
        }

        /** Message key of how it was paid. */
        public String wayKey() {
            return "desk.way." + (sale != null && DESK_WAYS.contains(sale.way()) ? sale.way() : "BANK");
        }

        /** Whether its tickets are still being issued, which takes a moment after a sale at the desk. */
        public boolean isUnderWay() {
            return status == BookingStatus.PENDING || status == BookingStatus.CHECKING;
        }

        /** Some seats were cancelled, and some are kept. */
        public boolean isPartlyCancelled() {
            return status == BookingStatus.CONFIRMED && seats.stream().anyMatch(seat -> !seat.kept());
        }

        /** Message key of the status, null for one that this version does not know. */
        public @Nullable String statusKey() {
            if (status == null) {
                return null;
            }
            return "booking." + (isPartlyCancelled() ? "PARTLY" : status);
        }

        /** CSS class of the status. */
        public String tone() {
            return switch (status) {
                case CONFIRMED -> "ok";
                case CHECKING, PENDING -> "warn";
                case CANCELLED, REFUNDED, EXPIRED -> "";
                case null -> "";
            };
        }

        /** Whether it has a paid seat, which can be refunded, moved, or printed. */
        public boolean hasSeats() {
            return status == BookingStatus.CONFIRMED && seats.stream().anyMatch(Seat::kept);
        }

        /** Whether tickets can be sent to the buyer: there are some, and not all were handed to others. */
        public boolean isSendable() {
            return hasSeats()
                    && !buyer.email().isEmpty()
                    && (tickets == null
                            || tickets.stream().anyMatch(ticket -> ticket.isValid() && ticket.holder() == null));
        }

        public List<Seat> keptSeats() {
            return seats.stream().filter(Seat::kept).toList();
        }
    }

    record PageNumbers(int number, int size, long totalElements, int totalPages) {}

    /** @param owed what box offices still hand back for the orders of all pages; null unless only such were asked for */
    record OrderPage(
            List<Order> content, PageNumbers page, @Nullable Long owed) {}

    record RefundRequest(List<Long> seatIds, boolean waiveFee, String reason) {}

    record MoveRequest(List<Long> from, List<Long> to, boolean blockFrom) {}

    record Moved(long priceDifference) {}

    record Note(String note) {}

    /**
     * One seat of an order, for a spreadsheet.
     *
     * @param way CASH, CARD, COMPLIMENTARY, BANK or FREE; null from a service that does not say it
     */
    record Line(
            String orderId,
            Instant createdAt,
            String status,
            String name,
            String email,
            String section,
            String row,
            int number,
            String grade,
            @Nullable String kind,
            long price,
            String seatStatus,
            @Nullable String ticket,
            @Nullable String note,
            @Nullable String soldAt,
            @Nullable String ticketName,
            @Nullable Boolean partlyCancelled,
            @Nullable String way,
            @Nullable String code,
            @Nullable Boolean used) {

        /** Message key of the state of its order, as the order's page says it. */
        String statusKey() {
            return "booking." + (Boolean.TRUE.equals(partlyCancelled) ? "PARTLY" : status);
        }

        /** Message key of how it was paid. */
        String wayKey() {
            String known = way == null ? soldAt : way;
            if ("FREE".equals(known)) {
                return "money.free";
            }
            return "desk.way." + (known != null && DESK_WAYS.contains(known) ? known : "BANK");
        }
    }

    /** @param last the order that the next page begins after; null when there is none */
    record LinePage(List<Line> lines, @Nullable String last) {}

    /** @param by the organiser's name, empty once the account is deleted */
    record LogEntry(
            long id,
            Instant at,
            String by,
            String what,
            @Nullable String orderId,
            Map<String, Object> detail) {}

    @GetExchange("/api/organiser/orders")
    OrderPage list(
            @RequestParam(required = false) @Nullable Long eventId,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable BookingStatus status,
            @RequestParam(required = false) @Nullable Boolean withoutEmail,
            @RequestParam(required = false) @Nullable Boolean owed,
            @RequestParam int page,
            @RequestParam int size);

    @GetExchange("/api/organiser/orders/{orderId}")
    Order get(@PathVariable String orderId);

    @PostExchange("/api/organiser/orders/{orderId}/resend")
    void resend(@PathVariable String orderId);

    @PostExchange("/api/organiser/orders/{orderId}/mails/{mailId}/again")
    void sendMailAgain(@PathVariable String orderId, @PathVariable long mailId);

    @GetExchange("/api/organiser/orders/{orderId}/refund")
    Refund refund(@PathVariable String orderId, @RequestParam List<Long> seatIds, @RequestParam boolean waiveFee);

    @PostExchange("/api/organiser/orders/{orderId}/refund")
    void refund(
            @PathVariable String orderId,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody RefundRequest request);

    @PostExchange("/api/organiser/orders/{orderId}/handed-back")
    void handedBack(@PathVariable String orderId);

    @PostExchange("/api/organiser/orders/{orderId}/move")
    Moved move(@PathVariable String orderId, @RequestBody MoveRequest request);

    @PutExchange("/api/organiser/orders/{orderId}/note")
    void note(@PathVariable String orderId, @RequestBody Note note);

    @GetExchange("/api/organiser/events/{eventId}/order-lines")
    LinePage lines(@PathVariable long eventId, @RequestParam String after, @RequestParam int size);

    /** Newest first, those before this one. */
    @GetExchange("/api/organiser/events/{eventId}/log")
    List<LogEntry> log(@PathVariable long eventId, @RequestParam long before, @RequestParam int size);

    @GetExchange("/api/organiser/events/{eventId}/money")
    EventMoney money(@PathVariable long eventId);
}
