package podo.contracts.reservation;

/**
 * Numbers of those who buy at a box office, who have no account. They stand where the number of a fan stands, and none is that of an account:
 * the numbers of accounts stay below 2^40. Both stay below 2^53, so that scripts read them exactly.
 */
public final class BoxOfficeBuyers {

    /** The numbers of buyers begin after this one. */
    public static final long BASE = 1L << 40;

    private BoxOfficeBuyers() {}

    /** @param sale the sale's number, from 1 */
    public static long ofSale(long sale) {
        return BASE + sale;
    }

    /** Whether this is no account, but somebody who bought at a box office. */
    public static boolean isOne(long fanId) {
        return fanId > BASE;
    }

    /** The number of the sale; only of a buyer at a box office. */
    public static long saleOf(long fanId) {
        return fanId - BASE;
    }
}
