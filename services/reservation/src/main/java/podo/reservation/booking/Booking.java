package podo.reservation.booking;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;
import podo.contracts.reservation.BookingEnd;
import podo.contracts.reservation.BookingStatus;
import podo.reservation.booking.code.discount.AppliedCode;
import podo.reservation.booking.code.discount.AppliedCodeColumn;
import podo.reservation.booking.hold.HoldSnapshot;
import podo.reservation.booking.hold.HoldState;
import podo.reservation.booking.kind.BookingOffers;
import podo.reservation.booking.kind.OfferedKind;
import podo.reservation.booking.kind.OfferedKindsColumn;
import podo.reservation.booking.kind.ResoldSeats;
import podo.reservation.show.KnownShow;

/** A fan's claim on held seats. A state method changes nothing from a state in which it makes no sense, so repeated and late messages are harmless. */
@Entity
class Booking implements Persistable<String> {

    /** How far it has come. EXPIRED is not stored: it is PENDING after the end of its hold. */
    enum State {
        /** The seats are held and nothing is paid. */
        PENDING,
        /** The bank was asked and its answer is not known. */
        CHECKING,
        /** The payment is approved; the inventory has not sold the seats yet. */
        PAID,
        /** Paid, and the seats are sold to the fan. */
        CONFIRMED,
        /** Cancelled before payment, or given back with a refund on its way. */
        CANCELLED,
        /** Every refund is confirmed. */
        REFUNDED
    }

    @Id
    @JdbcTypeCode(SqlTypes.CHAR)
    private String id;

    private String orderId;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String holdId;

    private long eventId;
    private long fanId;
    private long amount;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant expiresAt;
    private String passId;
    private Instant createdAt;

    /** Why it was cancelled or refunded; null before, and for bookings from before the column. */
    @Enumerated(EnumType.STRING)
    private @Nullable BookingEnd endReason;

    /** The kinds of ticket that it was offered, by grade; null without any. */
    @Convert(converter = OfferedKindsColumn.class)
    private @Nullable Map<String, List<OfferedKind>> kinds;

    /** The code that it used, as it was then; null without one. */
    @Convert(converter = AppliedCodeColumn.class)
    private @Nullable AppliedCode code;

    /** Whether the event had codes when it was opened. */
    private boolean codesPossible;

    /** Whether the payment was opened, so that the sum stays. */
    private boolean sumFixed;

    @Version
    private int version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "booked_seat", joinColumns = @JoinColumn(name = "booking_id"))
    @OrderBy("seatId")
    @BatchSize(size = 200)
    private List<BookedSeat> seats = new ArrayList<>();

    @Transient
    private boolean isNew;

    @SuppressWarnings("NullAway") // JPA
    protected Booking() {}

    Booking(HoldSnapshot hold, String orderId, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.orderId = orderId;
        this.holdId = hold.holdId();
        this.eventId = hold.eventId();
        this.fanId = hold.fanId();
        this.amount = hold.total();
        this.state = State.PENDING;
        this.expiresAt = hold.expiresAt();
        this.passId = hold.passId();
        this.createdAt = now;
        hold.seats().forEach(seat -> seats.add(new BookedSeat(seat)));
        this.kinds = hold.kinds() == null || hold.kinds().isEmpty() ? null : hold.kinds();
        this.isNew = true;
    }

    /** A seat that was offered back is sold at the price that was paid for it, which leaves nothing to choose. */
    void offer(BookingOffers.Offer offer) {
        ResoldSeats.Resold resold = offer.resold();
        if (resold != null) {
            seats.forEach(seat -> seat.sellAs(resold.kind(), resold.proof(), resold.price()));
            kinds = null;
            amount = sum();
        }
        codesPossible = offer.codes();
    }

    boolean canUseCode() {
        return codesPossible && !isOfPresale() && !sumFixed && state == State.PENDING;
    }

    /** Its code opened the sale early, and stays. */
    boolean isOfPresale() {
        return code != null && code.isOfPresale();
    }

    @Nullable
    AppliedCode code() {
        return code;
    }

    /** Makes its seats cheaper by this code in place of an earlier one; null for none. */
    void use(@Nullable AppliedCode applied) {
        code = applied;
        reprice();
    }

    boolean hasSeatsFor(AppliedCode applied) {
        return seats.stream().anyMatch(seat -> applied.isFor(seat.grade()));
    }

    private void reprice() {
        List<Long> full = seats.stream().map(BookedSeat::fullPrice).toList();
        List<Long> prices =
                code == null ? full : code.prices(full, i -> seats.get(i).grade());
        for (int i = 0; i < prices.size(); i++) {
            seats.get(i).reduceTo(prices.get(i));
        }
        amount = sum();
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    String orderId() {
        return orderId;
    }

    String holdId() {
        return holdId;
    }

    long eventId() {
        return eventId;
    }

    long fanId() {
        return fanId;
    }

    long amount() {
        return amount;
    }

    State state() {
        return state;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    String passId() {
        return passId;
    }

    List<BookedSeat> seats() {
        return seats;
    }

    /** The kinds of ticket that its fan can choose now, by grade. */
    Map<String, List<OfferedKind>> choosableKinds() {
        return kinds == null || sumFixed || state != State.PENDING ? Map.of() : kinds;
    }

    boolean isSumFixed() {
        return sumFixed;
    }

    /** Its seats cost nothing, which leaves nothing to choose. */
    void giveAway() {
        seats.forEach(seat -> seat.sellAs(null, null, 0));
        kinds = null;
        amount = 0;
    }

    /** From now on its sum stays what it is; a payment of it may begin. */
    void fixSum() {
        sumFixed = true;
    }

    /** Sells the seat as this kind of ticket, null for the usual one; false when its grade does not have the kind. */
    boolean sellAs(BookedSeat seat, @Nullable String kind) {
        if (choosableKinds().isEmpty()) {
            return kind == null && seat.kind() == null;
        }
        if (kind == null) {
            seat.sellAs(null, null, seat.usualPrice());
            reprice();
            return true;
        }
        Optional<OfferedKind> offered = choosableKinds().getOrDefault(seat.grade(), List.of()).stream()
                .filter(known -> known.name().equals(kind))
                .findFirst();
        offered.ifPresent(known -> {
            seat.sellAs(known.name(), known.proof(), known.price());
            reprice();
        });
        return offered.isPresent();
    }

    private long sum() {
        return seats.stream().mapToLong(BookedSeat::price).sum();
    }

    List<Long> seatIds() {
        return seats.stream().map(BookedSeat::seatId).toList();
    }

    /** The status that everybody is told now: lists, the single booking, payment and the pages. */
    BookingStatus statusAt(Instant now, @Nullable KnownShow show) {
        return switch (state) {
            case PENDING -> isCancelled(show) ? BookingStatus.CANCELLED : unpaidStatusAt(now);
            case CHECKING, PAID -> BookingStatus.CHECKING;
            case CONFIRMED -> BookingStatus.CONFIRMED;
            case CANCELLED -> BookingStatus.CANCELLED;
            case REFUNDED -> BookingStatus.REFUNDED;
        };
    }

    private BookingStatus unpaidStatusAt(Instant now) {
        return now.isBefore(expiresAt) ? BookingStatus.PENDING : BookingStatus.EXPIRED;
    }

    /** Why the booking has ended; null while it has not, and when it is not known. */
    @Nullable
    BookingEnd endAt(Instant now, @Nullable KnownShow show) {
        return switch (statusAt(now, show)) {
            case PENDING, CHECKING, CONFIRMED -> null;
            case EXPIRED -> endedWithTheSale(show) ? BookingEnd.SALE_OVER : BookingEnd.TIME_OUT;
            case CANCELLED, REFUNDED ->
                isCancelled(show) && endReason != BookingEnd.GIVEN_BACK ? BookingEnd.EVENT_CANCELLED : endReason;
        };
    }

    private static boolean isCancelled(@Nullable KnownShow show) {
        return show != null && show.cancelled();
    }

    private boolean endedWithTheSale(@Nullable KnownShow show) {
        return show != null && show.salesEndAt() != null && !expiresAt.isBefore(show.salesEndAt());
    }

    /** Whether the hold is newer than this booking. */
    boolean isOlderThan(HoldState hold, Instant now) {
        return state == State.PENDING
                && (hold.isSold() || hold.isReleased() || !endOf(hold, now).equals(expiresAt));
    }

    /** Takes over the state of the hold: its end, or that it was released or sold, which arrives before the messages. */
    void update(HoldState hold, Instant now) {
        if (!isOlderThan(hold, now)) {
            return;
        }
        if (hold.isSold()) {
            state = State.PAID;
        } else if (hold.isReleased()) {
            cancelUnpaid();
        } else {
            expiresAt = endOf(hold, now);
        }
    }

    private Instant endOf(HoldState hold, Instant now) {
        if (hold.isAliveAt(now) || !hold.expiresAt().isAfter(now)) {
            return hold.expiresAt();
        }
        return expiresAt.isAfter(now) ? now.truncatedTo(ChronoUnit.MILLIS) : expiresAt;
    }

    void paymentUnknown() {
        if (state == State.PENDING) {
            state = State.CHECKING;
        }
    }

    void paymentFailed() {
        if (state == State.CHECKING) {
            state = State.PENDING;
        }
    }

    void paymentApproved() {
        if (state == State.PENDING || state == State.CHECKING || wasCancelledUnpaid()) {
            state = State.PAID;
        }
    }

    /** False when it was confirmed before, or seats were given back. */
    boolean confirm() {
        if (state == State.CONFIRMED || state == State.REFUNDED || anySeatGivenBack()) {
            return false;
        }
        state = State.CONFIRMED;
        return true;
    }

    /** The seats went to others: the payment is refunded in full. */
    void seatsLost() {
        if (state != State.CONFIRMED && state != State.REFUNDED) {
            seats.forEach(BookedSeat::giveBack);
            state = State.CANCELLED;
            endReason = BookingEnd.SEATS_LOST;
        }
    }

    /** Cancelled by the fan before payment. */
    void cancelUnpaid() {
        if (state == State.PENDING) {
            state = State.CANCELLED;
            endReason = BookingEnd.GIVEN_BACK;
        }
    }

    void giveBack(Collection<Long> seatIds, BookingEnd reason) {
        seats.stream().filter(seat -> seatIds.contains(seat.seatId())).forEach(BookedSeat::giveBack);
        if (seats.stream().noneMatch(seat -> seat.state() == BookedSeat.State.BOOKED)) {
            state = State.CANCELLED;
            endReason = reason;
        }
    }

    void refunded(Collection<Long> seatIds) {
        seats.stream().filter(seat -> seatIds.contains(seat.seatId())).forEach(BookedSeat::refunded);
        if (seats.stream().allMatch(seat -> seat.state() == BookedSeat.State.REFUNDED)) {
            state = State.REFUNDED;
        } else if (seats.stream().noneMatch(seat -> seat.state() == BookedSeat.State.BOOKED)) {
            state = State.CANCELLED;
        }
    }

    /** The outcome of a payment is not known yet. */
    boolean isPaymentRunning() {
        return state == State.CHECKING || state == State.PAID;
    }

    boolean wereSeatsLost() {
        return endReason == BookingEnd.SEATS_LOST;
    }

    private boolean wasCancelledUnpaid() {
        return state == State.CANCELLED && !anySeatGivenBack();
    }

    /** Every seat, so that a code that it used can be used by others. */
    boolean isGivenBack() {
        return seats.stream().noneMatch(seat -> seat.state() == BookedSeat.State.BOOKED);
    }

    boolean anySeatGivenBack() {
        return seats.stream().anyMatch(seat -> seat.state() != BookedSeat.State.BOOKED);
    }
}
