package podo.e2e.load.purchases;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import podo.e2e.Fan;
import podo.e2e.Show;

/**
 * Shows in halls of 1,000 seats, of which so many are sold that a free seat is found quickly; then the purchases go on with the next one, which
 * an organiser has put on sale meanwhile.
 */
final class ShowSupply implements AutoCloseable {

    static final int SEATS = 1_000;
    /** The most that an event may allow. */
    private static final int SEATS_PER_FAN = 10;

    private static final int SEATS_PER_ROW = 40;
    private static final int AHEAD = 2;

    private final List<Long> shows = new CopyOnWriteArrayList<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final Semaphore wanted = new Semaphore(0);
    private final int purchasesPerShow;
    private final Thread organiser;

    /** @param fans of whom none may reach the limit of seats per fan */
    ShowSupply(int fans) {
        this.purchasesPerShow = Math.min(SEATS * 8 / 10, fans * SEATS_PER_FAN / 2);
        for (int i = 0; i < AHEAD; i++) {
            add();
        }
        this.organiser = Thread.ofVirtual().start(this::supply);
    }

    /** The event in which the next purchase is to be made. */
    long next() {
        int purchase = begun.getAndIncrement();
        if (purchase % purchasesPerShow == 0) {
            wanted.release();
        }
        return shows.get(Math.min(purchase / purchasesPerShow, shows.size() - 1));
    }

    private void supply() {
        try {
            while (true) {
                wanted.acquire();
                add();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void add() {
        Show show = Show.draft(SEATS / SEATS_PER_ROW, SEATS_PER_ROW, Map.of("seatsPerFan", SEATS_PER_FAN));
        Fan.organiser().post("/api/events/" + show.id() + "/publish").isOneOf(200, 201);
        show.awaitSeats(SEATS);
        shows.add(show.id());
    }

    @Override
    public void close() throws InterruptedException {
        organiser.interrupt();
        organiser.join();
    }
}
