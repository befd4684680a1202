package podo.reservation.waitingroom.rehearsal.simulation;

/** Seats in the order in which fans like them. A Fenwick tree of the free ones finds the n-th in logarithmic time. */
final class SimulatedHall {

    private final boolean[] taken;
    private final int[] tree;
    private final int highestBit;
    private int free;

    SimulatedHall(int seats) {
        this.taken = new boolean[seats];
        this.tree = new int[seats + 1];
        this.highestBit = Integer.highestOneBit(seats);
        this.free = seats;
        for (int i = 1; i <= seats; i++) {
            tree[i] = i & -i; // so many seats below each node, all free
        }
    }

    int free() {
        return free;
    }

    /** The seat with so many free ones before it. */
    int nthFree(int before) {
        int seat = 0;
        int left = before;
        for (int bit = highestBit; bit > 0; bit >>= 1) {
            if (seat + bit < tree.length && tree[seat + bit] <= left) {
                seat += bit;
                left -= tree[seat];
            }
        }
        return seat;
    }

    boolean isFree(int seat) {
        return !taken[seat];
    }

    void take(int seat) {
        taken[seat] = true;
        add(seat, -1);
    }

    void release(int seat) {
        taken[seat] = false;
        add(seat, 1);
    }

    private void add(int seat, int change) {
        free += change;
        for (int i = seat + 1; i < tree.length; i += i & -i) {
            tree[i] += change;
        }
    }
}
