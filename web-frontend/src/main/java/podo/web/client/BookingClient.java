package podo.web.client;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import podo.contracts.inventory.SeatIds;
import podo.contracts.inventory.SeatTraits;
import podo.contracts.reservation.BookingEnd;
import podo.contracts.reservation.BookingStatus;

/** Bookings, refunds and tickets, at the reservation service. Money is whole won. */
public interface BookingClient {

    record NewBooking(String holdId) {}

    /**
     * @param handoverUntil until when its tickets may be handed over; null when the organiser does not allow it
     * @param doorsAt when people are let in, as the organiser says; null when nothing is said
     * @param doorsOpenAt from when its tickets let people in
     * @param titles by language where they differ from the show's own; null for none
     */
    record Event(
            long id,
            String title,
            String venue,
            @Nullable Instant startsAt,
            @Nullable Instant handoverUntil,
            @Nullable Instant doorsAt,
            @Nullable Instant doorsOpenAt,
            @Nullable Integer revision,
            @Nullable Map<String, String> titles) {

        /** In the language of the page, where the show has one in it. */
        @Override
        public String title() {
            return titles == null
                    ? title
                    : titles.getOrDefault(LocaleContextHolder.getLocale().getLanguage(), title);
        }

        /** The show's own, by which its poster is known. */
        public String ownTitle() {
            return title;
        }

        /** How often the show was changed since it was published. */
        public int changes() {
            return revision == null ? 0 : Math.max(0, revision - 1);
        }

        public boolean isOver(Instant now) {
            return startsAt != null && startsAt.isBefore(now);
        }

        public boolean isHandoverOpen(Instant now) {
            return handoverUntil != null && now.isBefore(handoverUntil);
        }
    }

    record Seat(
            long id,
            String section,
            String row,
            int number,
            String grade,
            long price,
            @Nullable Long discount,
            @Nullable Long usualPrice,
            @Nullable String kind,
            @Nullable String proof,
            @Nullable SeatTraits traits,
            @Nullable String status,
            @Nullable Boolean handedOver) {

        /** What a code took off the price. */
        public long taken() {
            return discount == null ? 0 : discount;
        }

        /** What a ticket of the usual kind costs. */
        public long fullPrice() {
            return usualPrice == null ? price : usualPrice;
        }

        /** The grade, with the kind of ticket unless it is the usual one. */
        public String gradeAndKind() {
            return TicketSeat.inWords(grade, kind);
        }

        /** Whether it is a place in a standing area, which has neither row nor number. */
        public boolean inArea() {
            return SeatIds.isPlace(id);
        }

        /** Whether the seat still belongs to the fan; false after a cancellation. */
        public boolean kept() {
            return status == null || status.equals("BOOKED");
        }

        /** Whether its ticket belongs to somebody else now. */
        public boolean isHandedOver() {
            return Boolean.TRUE.equals(handedOver);
        }

        /** Whether the fan can cancel it. */
        public boolean isOwn() {
            return kept() && !isHandedOver();
        }
    }

    /**
     * A booking; money in whole won.
     *
     * @param refunded what was paid back, or is on its way
     * @param status null when the service sends a status that this version does not know
     * @param endedBecause why it is EXPIRED, CANCELLED or REFUNDED; null before that, and when it is not known
     * @param changes of the show since it was booked, oldest first
     * @param kinds of ticket that can be chosen for its seats now, by grade; null for none
     * @param canUseCode whether a code can be used now
     * @param code that it used; null without one
     * @param sumFixed whether the payment was opened, so that nothing can be chosen any more
     * @param tickets only in the list of orders
     */
    record Booking(
            String id,
            String orderId,
            @Nullable String holdId,
            long amount,
            @Nullable Long refunded,
            @Nullable BookingStatus status,
            @Nullable BookingEnd endedBecause,
            @Nullable Instant expiresAt,
            @Nullable Event event,
            List<Seat> seats,
            @Nullable List<ListedEvent.Change> changes,
            @Nullable Map<String, List<Kind>> kinds,
            @Nullable Boolean canUseCode,
            @Nullable String code,
            @Nullable Boolean sumFixed,
            @Nullable List<Ticket> tickets) {

        /** Whether a code can be used now. */
        public boolean takesCode() {
            return Boolean.TRUE.equals(canUseCode);
        }

        /** What the code took off. */
        public long discount() {
            return seats.stream().mapToLong(Seat::taken).sum();
        }

        /** Whether the kind of a ticket can be chosen. */
        public boolean isChoosable() {
            return kinds != null && !kinds.isEmpty();
        }

        public List<Kind> kindsOf(Seat seat) {
            return kinds == null ? List.of() : kinds.getOrDefault(seat.grade(), List.of());
        }

        /** Whether a seat is sold as another kind of ticket than the usual one. */
        public boolean hasKinds() {
            return seats.stream().anyMatch(seat -> seat.kind() != null);
        }

        public boolean isSumFixed() {
            return Boolean.TRUE.equals(sumFixed);
        }

        public boolean isFree() {
            return amount == 0;
        }

        public boolean is(BookingStatus asked) {
            return status == asked;
        }

        /** Whether it ended for this reason; for templates. */
        public boolean endedBy(String reason) {
            return endedBecause != null && endedBecause.name().equals(reason);
        }

        /** Changes of the show since it was booked as the page shows them, newest first. */
        public List<ListedEvent.Change> told() {
            return changes == null
                    ? List.of()
                    : changes.reversed().stream()
                            .filter(ListedEvent.Change::isReadHere)
                            .toList();
        }

        /** Until when cancelling costs nothing because the show was changed; null when it is not, or not any more. */
        public @Nullable Instant freeUntil(Instant now) {
            return told().stream()
                    .map(ListedEvent.Change::freeUntil)
                    .filter(end -> end != null && end.isAfter(now))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }

        public long refundedSum() {
            return refunded == null ? 0 : refunded;
        }

        /** Whether a seat was paid for and cancelled afterwards. */
        public boolean hasCancelledSeats() {
            return seats.stream().anyMatch(seat -> !seat.kept());
        }
    }

    /** A kind of ticket that can be chosen; {@code proof}: what its holder brings to the door. */
    record Kind(String name, long price, @Nullable String proof) {}

    record KindChoice(long seatId, String kind) {}

    record Kinds(List<KindChoice> seats) {}

    record CodeToUse(String code) {}

    /**
     * @param kind of ticket; null for the usual one
     * @param proof what its holder brings to the door; null for nothing
     * @param traits what is special about the seat; null for an ordinary one
     */
    record TicketSeat(
            long id,
            String section,
            String row,
            int number,
            String grade,
            @Nullable String kind,
            @Nullable String proof,
            @Nullable SeatTraits traits) {

        /** The grade, with the kind of ticket unless it is the usual one. */
        public String gradeAndKind() {
            return inWords(grade, kind);
        }

        static String inWords(String grade, @Nullable String kind) {
            return kind == null ? grade : grade + " · " + kind;
        }

        /** Whether it is a place in a standing area, which has neither row nor number. */
        public boolean inArea() {
            return SeatIds.isPlace(id);
        }
    }

    /**
     * @param code the signed content of its QR code
     * @param shortCode the code that people read and type; null from a service that does not know it yet
     * @param name that stands on it; null while it is its holder's
     * @param wallets APPLE, GOOGLE: those to which it can be added; null for none
     * @param changes only of a received ticket: of its show since it was received, oldest first
     */
    record Ticket(
            String id,
            @Nullable String reservationId,
            Event event,
            TicketSeat seat,
            String code,
            @Nullable String shortCode,
            @Nullable String name,
            @Nullable Boolean used,
            String status,
            @Nullable List<String> wallets,
            @Nullable List<ListedEvent.Change> changes) {

        /** Whether it can be added to this wallet. */
        public boolean fitsInto(String wallet) {
            return wallets != null && wallets.contains(wallet);
        }

        public String typed() {
            return shortCode == null ? code : shortCode;
        }

        public boolean valid() {
            return status.equals("VALID");
        }

        /** Whether it can be handed over, as long as its event allows it. */
        public boolean isUnused() {
            return valid() && !Boolean.TRUE.equals(used);
        }
    }

    /** @param saveUrl at Google, where the browser goes to save the ticket */
    record GooglePass(String saveUrl) {}

    record Cancel(@Nullable List<Long> seatIds) {}

    /**
     * What a cancellation of these seats pays back and keeps.
     *
     * @param freeUntil until when there is no fee because the show was changed; null when the fees apply
     */
    record Refund(
            int feePercent, long fee, long refund, @Nullable Instant freeUntil) {}

    /** How many orders there are. */
    record Count(EventClient.PageNumbers page) {}

    @PostExchange("/api/reservations")
    Booking open(@RequestHeader("Idempotency-Key") String key, @RequestBody NewBooking hold);

    /** Bookings and their tickets, those that may still get some too, the next show first; their number stands in X-Total-Count. */
    @GetExchange("/api/reservations?orders=true")
    ResponseEntity<List<Booking>> listOrders(@RequestParam int page, @RequestParam int size);

    /** The fan's bookings of one event, those that are paid or can be first. */
    @GetExchange("/api/reservations")
    List<Booking> listOfEvent(@RequestParam long eventId);

    /** The fan's booking with this order id, or none. */
    @GetExchange("/api/reservations")
    List<Booking> listOfOrder(@RequestParam String orderId);

    @GetExchange("/api/reservations/{id}")
    Booking get(@PathVariable String id);

    @PutExchange("/api/reservations/{id}/kinds")
    Booking choose(@PathVariable String id, @RequestBody Kinds kinds);

    /** An empty code uses none. */
    @PutExchange("/api/reservations/{id}/code")
    Booking useCode(@PathVariable String id, @RequestBody CodeToUse code);

    @GetExchange("/api/reservations/{id}/refund")
    Refund refund(@PathVariable String id, @RequestParam List<Long> seatIds);

    @PostExchange("/api/reservations/{id}/cancel")
    Booking cancel(@PathVariable String id, @RequestHeader("Idempotency-Key") String key, @RequestBody Cancel cancel);

    /** With the name of the file; {@code size} is a4 or phone. */
    @GetExchange("/api/reservations/{id}/tickets.pdf")
    ResponseEntity<byte[]> ticketsPdf(@PathVariable String id, @RequestParam String size);

    /** 404 where this wallet is not configured. */
    @GetExchange("/api/tickets/{ticketId}/google-wallet")
    GooglePass googleWallet(@PathVariable long ticketId);

    /** With the name of the file; 404 where this wallet is not configured. */
    @GetExchange("/api/tickets/{ticketId}/apple-wallet.pkpass")
    ResponseEntity<byte[]> appleWallet(@PathVariable long ticketId);

    /** The paid orders of an event of the calling organiser. */
    @GetExchange("/api/organiser/orders?status=CONFIRMED&size=1")
    Count countBuyers(@RequestParam long eventId);

    /** Those of them whose buyer has no e-mail address. */
    @GetExchange("/api/organiser/orders?status=CONFIRMED&withoutEmail=true&size=1")
    Count countBuyersWithoutEmail(@RequestParam long eventId);

    /** Tickets that others handed to the fan. */
    @GetExchange("/api/tickets/received")
    List<Ticket> receivedTickets();

    @GetExchange("/api/tickets")
    List<Ticket> tickets(@RequestParam("reservationId") List<String> reservationIds);
}
