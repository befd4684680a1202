package podo.inventory.seat.map;

/**
 * The places of one area as read from the database.
 *
 * @param taken the area's count, which includes places whose time is over
 * @param ends when places that are held end, in epoch milliseconds
 * @param places how many end then
 */
record AreaCount(int capacity, int taken, long[] ends, int[] places) {

    int available(long now) {
        return capacity - taken + ended(now);
    }

    int held(long now) {
        return sum() - ended(now);
    }

    int sold() {
        return taken - sum();
    }

    /** The next end after this time. */
    long nextEnd(long now) {
        long next = Long.MAX_VALUE;
        for (long end : ends) {
            next = end > now ? Math.min(next, end) : next;
        }
        return next;
    }

    private int ended(long now) {
        int ended = 0;
        for (int i = 0; i < ends.length; i++) {
            ended += ends[i] <= now ? places[i] : 0;
        }
        return ended;
    }

    private int sum() {
        int sum = 0;
        for (int count : places) {
            sum += count;
        }
        return sum;
    }
}
