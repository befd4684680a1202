package podo.reservation.waitingroom.rehearsal.simulation;

import java.util.List;
import java.util.Map;

/**
 * How one simulated sale went.
 *
 * @param mostSeconds until 90 % of the seats were sold, {@code seconds} until the last one was; or until nobody was left
 * @param entered fans who were let in and came
 * @param refused those of them who were refused a seat at least once, because somebody else was faster
 * @param emptyHanded those of them who never held a seat
 * @param outOfTime those of them whose hold ended before they had paid, though they wanted to
 * @param checkoutP95 seconds that one payment of twenty took longer than
 * @param bounds seconds by what decided, until 90 % of the seats were sold; {@code first} seconds until something happened for the first time
 * @param course empty unless it was asked for
 */
public record SaleOutcome(
        boolean soldOut,
        double mostSeconds,
        double seconds,
        int sold,
        int entered,
        int refused,
        int emptyHanded,
        int outOfTime,
        int peakInside,
        double checkoutP95,
        Map<Bound, Integer> bounds,
        Map<Trouble, Double> first,
        List<Moment> course) {

    /** What decided in one second how fast seats were sold. */
    public enum Bound {
        /** Fans let in a second. */
        RATE,
        /** Fans inside at once. */
        CAP,
        /** Fewer fans are let in because few seats are left. */
        SEATS,
        /** No seat is free; those that are held are paid or come back. */
        HOLD,
        /** Purchases wait for the machine, so that the line slows down. */
        MACHINE,
        /** Nobody waits. */
        NOBODY
    }

    /** What fans notice when a sale gets tight. */
    public enum Trouble {
        SEAT_REFUSED,
        ROOM_FULL,
        HOLD_LAPSED,
        CHECKOUT_SLOW,
        NO_FREE_SEAT
    }

    /** One second; {@code inside} counts slots, {@code held} and {@code sold} seats. */
    public record Moment(int second, int waiting, int inside, int held, int sold) {}

    /** Of those who entered. */
    public double refusedPercent() {
        return percent(refused);
    }

    public double emptyHandedPercent() {
        return percent(emptyHanded);
    }

    public double outOfTimePercent() {
        return percent(outOfTime);
    }

    private double percent(int fans) {
        return entered == 0 ? 0 : 100.0 * fans / entered;
    }
}
