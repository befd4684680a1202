package podo.reservation.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;
import podo.contracts.inventory.SeatTraits;
import podo.reservation.booking.hold.HoldSnapshot;

/** One seat of a booking with the price that is paid for it, in whole won. */
@Embeddable
public class BookedSeat {

    /** GIVEN_BACK until the refund is confirmed. */
    public enum State {
        BOOKED,
        GIVEN_BACK,
        REFUNDED
    }

    private long seatId;
    private String section;

    @Column(name = "seat_row")
    private String row;

    @Column(name = "seat_number")
    private int number;

    private String grade;

    /** The grade that was paid for, when the organiser moved the seat; written in SQL, mapped because Hibernate writes whole rows. */
    private @Nullable String paidGrade;

    private long price;

    /** What a code took off the price. */
    private long discount;

    /** The price of the grade, at which the seat was held; null in rows from before there were kinds, which cost it. */
    private @Nullable Long heldPrice;

    /** The kind of ticket; null for the usual one. */
    private @Nullable String kind;

    /** What the holder of this kind of ticket brings to the door; null for nothing. */
    private @Nullable String proof;

    /** Null for a usual place. */
    @Enumerated(EnumType.STRING)
    private SeatTraits.@Nullable Place place;

    /** Why not all of the stage is seen from it; null for a free view. */
    private @Nullable String viewNote;

    @Enumerated(EnumType.STRING)
    private State state;

    @SuppressWarnings("NullAway") // JPA
    protected BookedSeat() {}

    BookedSeat(HoldSnapshot.Seat seat) {
        this.seatId = seat.id();
        this.section = seat.section();
        this.row = seat.row();
        this.number = seat.number();
        this.grade = seat.grade();
        this.price = seat.price();
        this.heldPrice = seat.price();
        this.place = seat.traits() == null ? null : seat.traits().place();
        this.viewNote = seat.traits() == null ? null : seat.traits().view();
        this.state = State.BOOKED;
    }

    @Nullable
    SeatTraits traits() {
        return SeatTraits.of(place, viewNote);
    }

    long seatId() {
        return seatId;
    }

    String section() {
        return section;
    }

    String row() {
        return row;
    }

    int number() {
        return number;
    }

    String grade() {
        return grade;
    }

    long price() {
        return price;
    }

    /** What a ticket of the usual kind costs. */
    long usualPrice() {
        return heldPrice == null ? price : heldPrice;
    }

    @Nullable
    String kind() {
        return kind;
    }

    @Nullable
    String proof() {
        return proof;
    }

    void sellAs(@Nullable String kind, @Nullable String proof, long price) {
        this.kind = kind;
        this.proof = proof;
        this.price = price;
        this.discount = 0;
    }

    long discount() {
        return discount;
    }

    /** The price without a code. */
    long fullPrice() {
        return price + discount;
    }

    /** @param reduced not above {@link #fullPrice} */
    void reduceTo(long reduced) {
        discount = fullPrice() - reduced;
        price = reduced;
    }

    State state() {
        return state;
    }

    void giveBack() {
        if (state == State.BOOKED) {
            state = State.GIVEN_BACK;
        }
    }

    void refunded() {
        state = State.REFUNDED;
    }
}
