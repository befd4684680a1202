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
import podo.reservation.booking.code.AppliedCode;
import podo.reservation.booking.code.AppliedCodeColumn;
import podo.reservation.booking.hold.HoldSnapshot;
import podo.reservation.booking.hold.HoldState;
import podo.reservation.booking.kind.OfferedKind;
import podo.reservation.booking.kind.OfferedKindsColumn;
import podo.reservation.booking.kind.ResoldSeats;
import podo.reservation.show.KnownShow;

/** A fan's claim on held seats. A state method changes nothing from a state in which it makes no sense, so repeated and late messages are harmless. */
@Entity
class Booking implements Persistable<String> {

    private static final long SMALLEST_PAYMENT = 100;

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
    private BookingState state;

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
        this.state = BookingState.PENDING;
        this.expiresAt = hold.expiresAt();
        this.passId = hold.passId();
        this.createdAt = now;
        hold.seats().forEach(seat -> seats.add(new BookedSeat(seat)));
        this.kinds = hold.kinds() == null || hold.kinds().isEmpty() ? null : hold.kinds();
        this.isNew = true;
    }

    /** Sells the seat that was offered back at the price that was paid for it, which leaves nothing to choose. */
    void resell(ResoldSeats.Resold resold) {
        seats.forEach(seat -> seat.sellAs(resold.kind(), resold.proof(), resold.price()));
        kinds = null;
        amount = sum();
    }

    /** Its event has codes: one may be used until the payment is opened. */
    void allowCodes() {
        codesPossible = true;
    }

    boolean canUseCode() {
        return codesPossible && !sumFixed && state == BookingState.PENDING;
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

    /** What is left of a sum below the smallest that card companies take is given as well. */
    private void reprice() {
        seats.forEach(seat -> seat.reduceTo(seat.fullPrice()));
        if (code != null) {
            List<BookedSeat> cheaper =
                    seats.stream().filter(seat -> code.isFor(seat.grade())).toList();
            List<Long> prices = code.discount()
                    .prices(cheaper.stream().map(BookedSeat::fullPrice).toList());
            for (int i = 0; i < cheaper.size(); i++) {
                cheaper.get(i).reduceTo(prices.get(i));
            }
            if (sum() < SMALLEST_PAYMENT) {
                seats.forEach(seat -> seat.reduceTo(0));
            }
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

    BookingState state() {
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
        return kinds == null || sumFixed || state != BookingState.PENDING ? Map.of() : kinds;
    }

    boolean isSumFixed() {
        return sumFixed;
    }

    /** From now on its sum stays what it is; a payment of it may begin. */
    void fixSum() {
        sumFixed = true;
    }

    /** Sells the seat as this kind of ticket, null for the usual one; false when its grade does not have the kind. */
    boolean sellAs(BookedSeat seat, @Nullable String kind) {
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
        return state == BookingState.PENDING
                && (hold.isSold() || hold.isReleased() || !endOf(hold, now).equals(expiresAt));
    }

    /** Takes over the state of the hold: its end, or that it was released or sold, which arrives before the messages. */
    void update(HoldState hold, Instant now) {
        if (!isOlderThan(hold, now)) {
            return;
        }
        if (hold.isSold()) {
            state = BookingState.PAID;
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
        if (state == BookingState.PENDING) {
            state = BookingState.CHECKING;
        }
    }

    void paymentFailed() {
        if (state == BookingState.CHECKING) {
            state = BookingState.PENDING;
        }
    }

    void paymentApproved() {
        if (state == BookingState.PENDING || state == BookingState.CHECKING || wasCancelledUnpaid()) {
            state = BookingState.PAID;
        }
    }

    /** False when it was confirmed before, or seats were given back. */
    boolean confirm() {
        if (state == BookingState.CONFIRMED || state == BookingState.REFUNDED || anySeatGivenBack()) {
            return false;
        }
        state = BookingState.CONFIRMED;
        return true;
    }

    /** The seats went to others: the payment is refunded in full. */
    void seatsLost() {
        if (state != BookingState.CONFIRMED && state != BookingState.REFUNDED) {
            seats.forEach(BookedSeat::giveBack);
            state = BookingState.CANCELLED;
            endReason = BookingEnd.SEATS_LOST;
        }
    }

    /** Cancelled by the fan before payment. */
    void cancelUnpaid() {
        if (state == BookingState.PENDING) {
            state = BookingState.CANCELLED;
            endReason = BookingEnd.GIVEN_BACK;
        }
    }

    void giveBack(Collection<Long> seatIds, BookingEnd reason) {
        seats.stream().filter(seat -> seatIds.contains(seat.seatId())).forEach(BookedSeat::giveBack);
        if (seats.stream().noneMatch(seat -> seat.state() == BookedSeat.State.BOOKED)) {
            state = BookingState.CANCELLED;
            endReason = reason;
        }
    }

    void refunded(Collection<Long> seatIds) {
        seats.stream().filter(seat -> seatIds.contains(seat.seatId())).forEach(BookedSeat::refunded);
        if (seats.stream().allMatch(seat -> seat.state() == BookedSeat.State.REFUNDED)) {
            state = BookingState.REFUNDED;
        } else if (seats.stream().noneMatch(seat -> seat.state() == BookedSeat.State.BOOKED)) {
            state = BookingState.CANCELLED;
        }
    }

    /** The outcome of a payment is not known yet. */
    boolean isPaymentRunning() {
        return state == BookingState.CHECKING || state == BookingState.PAID;
    }

    boolean wereSeatsLost() {
        return endReason == BookingEnd.SEATS_LOST;
    }

    private boolean wasCancelledUnpaid() {
        return state == BookingState.CANCELLED && !anySeatGivenBack();
    }

    boolean anySeatGivenBack() {
        return seats.stream().anyMatch(seat -> seat.state() != BookedSeat.State.BOOKED);
    }
}
