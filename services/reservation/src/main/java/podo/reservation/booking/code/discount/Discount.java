package podo.reservation.booking.code.discount;

import java.util.ArrayList;
import java.util.List;

/**
 * What a code makes of the prices of seats, in whole won; never more than before and never below 0.
 *
 * @param value per cent off, won off the sum, or won a seat
 */
public record Discount(How how, long value) {

    /** The ways in which a code can be cheaper. */
    public enum How {
        /** Each price less so many per cent, rounded down to a whole won. */
        PERCENT,
        /** So many won off all seats together, in proportion to their prices. */
        AMOUNT,
        /** Each seat at this price, if it is not cheaper anyway. */
        PRICE,
        /** Nothing: the code opens the sale, or some grades, before the general sale. */
        EARLY
    }

    /** The prices of the same seats afterwards. */
    public List<Long> prices(List<Long> before) {
        return switch (how) {
            case PERCENT ->
                before.stream().map(price -> price * (100 - value) / 100).toList();
            case PRICE -> before.stream().map(price -> Math.min(price, value)).toList();
            case AMOUNT -> lessTogether(before);
            case EARLY -> before;
        };
    }

    /** Each share is one of what is left, so the shares are the amount to the won, and none is more than its price. */
    private List<Long> lessTogether(List<Long> before) {
        long leftPrice = before.stream().mapToLong(Long::longValue).sum();
        long leftOff = Math.min(value, leftPrice);
        List<Long> after = new ArrayList<>();
        for (long price : before) {
            long off = leftPrice == 0 ? 0 : Math.multiplyExact(leftOff, price) / leftPrice;
            after.add(price - off);
            leftOff -= off;
            leftPrice -= price;
        }
        return after;
    }
}
