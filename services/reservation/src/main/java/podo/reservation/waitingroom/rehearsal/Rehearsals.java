package podo.reservation.waitingroom.rehearsal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.rehearsal.simulation.RehearsalPlan;
import podo.reservation.waitingroom.room.Room;

/** Starts, shows and cancels rehearsals. An instance plays one at a time; who asks meanwhile is told how long it lasts. */
@Component
class Rehearsals {

    /** For an inventory of an earlier version, which does not say. */
    private static final int USUAL_HOLD_SECONDS = 300;

    private final AtomicReference<@Nullable RehearsalRun> running = new AtomicReference<>();
    private final RehearsalReports reports;
    private final RehearsalRuns runs;
    private final AvailabilityClient inventory;
    private final Clock clock;

    Rehearsals(RehearsalReports reports, RehearsalRuns runs, AvailabilityClient inventory, Clock clock) {
        this.reports = reports;
        this.runs = runs;
        this.inventory = inventory;
        this.clock = clock;
    }

    /** Throws {@link NotRehearsable} or {@link RehearsalRunning}. */
    RehearsalReport start(Room room, RehearsalPlan plan) {
        Instant now = clock.instant();
        if (room.isOverAt(now)) {
            throw new NotRehearsable();
        }
        find(room.eventId()).filter(RehearsalReport::goesOn).ifPresent(other -> {
            throw new RehearsalRunning(other.secondsLeft(now));
        });
        if (plan.withScriptedFans()) {
            runs.requireScriptedAllowed();
        }
        AvailabilityClient.Availability hall = inventory.availability(room.eventId());
        int seats = (int) (hall.free() + hall.held());
        if (seats == 0) {
            throw new NotRehearsable();
        }
        RehearsalReport begun = RehearsalReport.begin(UUID.randomUUID().toString(), plan, seats, now);
        RehearsalRun run = runs.of(room, hall.holdSeconds() == null ? USUAL_HOLD_SECONDS : hall.holdSeconds(), begun);
        RehearsalRun other = running.compareAndExchange(null, run);
        if (other != null) {
            throw new RehearsalRunning(other.report().secondsLeft(now));
        }
        boolean started = false;
        try {
            run.begin();
            // a thread of its own: the few that carry virtual threads answer fans
            Thread.ofPlatform()
                    .daemon()
                    .name("rehearsal")
                    .priority(Thread.MIN_PRIORITY)
                    .start(() -> play(run));
            started = true;
        } finally {
            if (!started) {
                running.set(null);
            }
        }
        return begun;
    }

    private void play(RehearsalRun run) {
        try {
            run.play();
        } finally {
            running.set(null);
        }
    }

    Optional<RehearsalReport> find(long eventId) {
        return reports.find(eventId).map(report -> report.seenFrom(clock.instant()));
    }

    void cancel(long eventId) {
        find(eventId).filter(RehearsalReport::goesOn).ifPresent(report -> reports.cancel(eventId, report));
    }
}
