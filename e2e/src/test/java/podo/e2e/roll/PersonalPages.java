package podo.e2e.roll;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import podo.e2e.Show;

/** What only one fan may see, read again and again by fans who are logged in: their tickets, and the seats of a hall that they have entered. */
final class PersonalPages {

    /** A pass lasts 15 minutes, and a slot that no page was opened in for a minute is freed. */
    private static final Duration INSIDE = Duration.ofMinutes(3);

    private final AtomicInteger reads = new AtomicInteger();
    private final List<Runnable> steps = new ArrayList<>();
    private final PageFan chooser;
    private final Show chosen;
    private long insideUntil;
    private boolean inside;

    private PersonalPages(PageFan owner, Show seen, PageFan chooser, Show chosen) {
        this.chooser = chooser;
        this.chosen = chosen;
        steps.add(() -> owner.reads("/tickets", seen.title()));
        steps.add(this::readSeats);
    }

    /** One fan has a ticket, another one is about to enter a hall. */
    static PersonalPages ofFans() {
        Show seen = Show.onSale(1, 4);
        PageFan owner = PageFan.loggedIn();
        owner.fan().buy(seen.id(), List.of(owner.fan().freeSeats(seen.id()).getFirst()));
        return new PersonalPages(owner, seen, PageFan.loggedIn(), Show.onSale(1, 4));
    }

    /** Fails unless the page is there and is this fan's. */
    void read() {
        steps.get(Math.floorMod(reads.getAndIncrement(), steps.size())).run();
    }

    int reads() {
        return reads.get();
    }

    private void readSeats() {
        if (!inside || System.nanoTime() - insideUntil > 0) {
            if (inside) {
                inside = false;
                chooser.leave(chosen.id());
            }
            chooser.enter(chosen.id());
            insideUntil = System.nanoTime() + INSIDE.toNanos();
            inside = true;
        }
        chooser.reads("/events/" + chosen.id() + "/seats", "data-alive");
    }
}
