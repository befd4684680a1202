package podo.reservation.booking;

import podo.reservation.booking.hold.HoldSnapshot;

import jakarta.persistence.CollectionTable;
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
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.Persistable;
import podo.contracts.reservation.BookingStatus;

/** A fan's claim on held seats. Its state methods guard themselves: hearing a message twice or late changes nothing. */
@Entity
public class Booking implements Persistable<String> {

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

    @Version
    private int version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "booked_seat", joinColumns = @JoinColumn(name = "booking_id"))
    @OrderBy("seatId")
    @BatchSize(size = 200)
    private List<BookedSeat> seats = new ArrayList<>();

    @Transient
    private boolean fresh;

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
        this.fresh = true;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    public String orderId() {
        return orderId;
    }

    public String holdId() {
        return holdId;
    }

    public long eventId() {
        return eventId;
    }

    public long fanId() {
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

    String passId() {
        return passId;
    }

    List<BookedSeat> seats() {
        return seats;
    }

    public List<Long> seatIds() {
        return seats.stream().map(BookedSeat::seatId).toList();
    }

    /** The word for the outside at this moment. */
    BookingStatus statusAt(Instant now) {
        return switch (state) {
            case PENDING -> now.isBefore(expiresAt) ? BookingStatus.PENDING : BookingStatus.EXPIRED;
            case CHECKING, PAID -> BookingStatus.CHECKING;
            case CONFIRMED -> BookingStatus.CONFIRMED;
            case CANCELLED -> BookingStatus.CANCELLED;
            case REFUNDED -> BookingStatus.REFUNDED;
        };
    }

    /** Whether the hold tells something that is not written here yet. */
    boolean isBehind(HoldSnapshot hold, Instant now) {
        return state == BookingState.PENDING
                && (hold.isSold() || !endBy(hold, now).equals(expiresAt));
    }

    /** Extended, pinned, given back early, or sold before the messages that say so have arrived. */
    void follow(HoldSnapshot hold, Instant now) {
        if (isBehind(hold, now)) {
            if (hold.isSold()) {
                state = BookingState.PAID;
            } else {
                expiresAt = endBy(hold, now);
            }
        }
    }

    private Instant endBy(HoldSnapshot hold, Instant now) {
        if (hold.isAliveAt(now) || !hold.expiresAt().isAfter(now)) {
            return hold.expiresAt();
        }
        return expiresAt.isAfter(now) ? now.truncatedTo(ChronoUnit.MILLIS) : expiresAt;
    }

    void unknown() {
        if (state == BookingState.PENDING) {
            state = BookingState.CHECKING;
        }
    }

    void failed() {
        if (state == BookingState.CHECKING) {
            state = BookingState.PENDING;
        }
    }

    void paid() {
        if (state == BookingState.PENDING || state == BookingState.CHECKING || isGivenUpUnpaid()) {
            state = BookingState.PAID;
        }
    }

    /** True when this is news. */
    boolean confirm() {
        if (state == BookingState.CONFIRMED || state == BookingState.REFUNDED || anySeatGivenBack()) {
            return false;
        }
        state = BookingState.CONFIRMED;
        return true;
    }

    /** The seats had gone to others: the money goes back in full. */
    void lost() {
        if (state != BookingState.CONFIRMED && state != BookingState.REFUNDED) {
            seats.forEach(BookedSeat::giveBack);
            state = BookingState.CANCELLED;
        }
    }

    /** Given up before anything was paid. */
    void giveUp() {
        if (state == BookingState.PENDING) {
            state = BookingState.CANCELLED;
        }
    }

    void giveBack(Collection<Long> seatIds) {
        seats.stream().filter(seat -> seatIds.contains(seat.seatId())).forEach(BookedSeat::giveBack);
        if (seats.stream().noneMatch(seat -> seat.state() == BookedSeat.State.BOOKED)) {
            state = BookingState.CANCELLED;
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

    /** The bank or the inventory has yet to say how it ends. */
    boolean isMoneyMoving() {
        return state == BookingState.CHECKING || state == BookingState.PAID;
    }

    private boolean isGivenUpUnpaid() {
        return state == BookingState.CANCELLED && !anySeatGivenBack();
    }

    private boolean anySeatGivenBack() {
        return seats.stream().anyMatch(seat -> seat.state() != BookedSeat.State.BOOKED);
    }
}
