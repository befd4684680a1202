package podo.reservation.waitingroom.estimate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.RoomSettings;
import podo.reservation.waitingroom.script.AdmissionScripts;
import podo.reservation.waitingroom.script.FanStanding;
import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.script.RoomLayout;
import podo.reservation.waitingroom.script.RoomScripts;
import podo.reservation.waitingroom.script.TickCommand;
import podo.reservation.waitingroom.script.TickResult;
import podo.reservation.waitingroom.throttle.AdmissionThrottle;

/**
 * Does the wait that a fan is shown turn out true? The real scripts on a real Redis with a clock that jumps from tick to tick,
 * so that an hour takes seconds and a seed decides everything. Of all that a fan is shown, one moment is drawn and checked.
 */
public final class WaitSimulation {

    /**
     * @param inside the share of fans whose wait lay in the range; {@code width} its median width, as a share of the wait
     * @param untold the share that was told no wait at that moment, because too little had been seen
     */
    public record Honesty(
            String crowd, long seed, int fans, double medianWaitSeconds, double inside, double width, double untold) {}

    private static final int LOOK_EVERY = 15;
    private static final long BEGIN = 1_000_000_000L;

    private record Outcome(double waited, @Nullable WaitRange range) {}

    private record Stay(long fan, double until) {}

    private static final class Visitor {
        final long id;
        final boolean silent;
        final double givesUpAt;
        int looks;
        double lookedAt;

        @Nullable
        WaitRange range;

        Visitor(long id, boolean silent, double givesUpAt) {
            this.id = id;
            this.silent = silent;
            this.givesUpAt = givesUpAt;
        }
    }

    private final StringRedisTemplate redis;
    private final LineScripts scripts;
    private final RoomScripts rooms;
    private final AdmissionScripts admission;
    private final SimulatedCrowd crowd;
    private final long event;
    private final long seed;
    private final Random random;
    private final RoomSettings settings = new RoomSettings(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofDays(1),
            Duration.ofMinutes(15),
            Duration.ofMinutes(5),
            Duration.ofDays(1),
            Duration.ofDays(1),
            Duration.ofDays(1),
            Duration.ofSeconds(60),
            2.0,
            200,
            60,
            Duration.ofSeconds(15));
    private final List<Visitor> waiting = new ArrayList<>();
    private final PriorityQueue<Stay> inside = new PriorityQueue<>(Comparator.comparingDouble(Stay::until));
    private final List<Outcome> outcomes = new ArrayList<>();
    private double health = 1;
    private boolean suffers;
    private int seats;

    public WaitSimulation(StringRedisTemplate redis, SimulatedCrowd crowd, long seed) {
        this.redis = redis;
        this.crowd = crowd;
        this.seed = seed;
        this.random = new Random(seed);
        this.event = Math.floorMod(new Random(crowd.name().hashCode() + seed).nextLong(), 1_000_000_000_000L);
        this.seats = crowd.seats();
        this.scripts = new LineScripts(redis, "{tonumber(redis.call('GET', '{room:" + event + "}:clock')) / 1000, 0}");
        this.rooms = new RoomScripts(scripts);
        this.admission = new AdmissionScripts(scripts);
    }

    public Honesty measure() {
        at(0);
        rooms.layout(
                event,
                new RoomLayout(
                        0,
                        0,
                        86_400_000,
                        true,
                        0,
                        0,
                        86_400_000,
                        SlotLifeTable.width(settings.pass()).toMillis(),
                        1_000_000_000_000L,
                        false,
                        0,
                        0,
                        0));
        Room room = room();
        WaitEstimate estimate = null;
        double due = crowd.lobby();
        long next = 1;
        for (int now = 0; now < 7_200 && (now == 0 || !waiting.isEmpty()) && seats > 0; now++) {
            at(now);
            for (due += now < 120 ? crowd.perSecond() : 0; next <= due; next++) {
                join(next, now);
            }
            giveUp(now);
            leaveUntil(now);
            at(now);
            swing();
            TickResult.Progress progress = admission
                    .tick(
                            event,
                            new TickCommand(
                                    1_000,
                                    crowd.rate(),
                                    crowd.cap(),
                                    seats,
                                    settings.allowedInside(seats),
                                    86_400_000,
                                    "OPEN",
                                    health,
                                    false,
                                    0,
                                    0,
                                    86_400_000))
                    .moved();
            estimate = WaitEstimate.after(estimate, progress, room, seats, health, settings);
            admit((int) progress.admitted(), now);
            look(estimate, now);
        }
        redis.unlink(redis.keys("{room:" + event + "}*"));
        return honesty();
    }

    private void join(long fan, int now) {
        FanStanding standing = scripts.join(event, fan, "t" + fan, 0, "");
        boolean silent = random.nextDouble() < crowd.silent();
        double patience =
                crowd.leaving() == 0 ? Double.MAX_VALUE : -Math.log(1 - random.nextDouble()) / crowd.leaving();
        if (standing.is(FanStanding.Outcome.OFFERED)) {
            enter(fan, now);
            return;
        }
        if (silent) {
            redis.opsForZSet().add(scripts.key(event, "seen"), "" + fan, 0);
        }
        waiting.add(new Visitor(fan, silent, now + patience));
    }

    private void enter(long fan, int now) {
        inside.add(new Stay(fan, now + crowd.stay().applyAsDouble(random)));
    }

    private void giveUp(int now) {
        waiting.removeIf(visitor -> {
            if (visitor.givesUpAt > now || visitor.silent) {
                return false;
            }
            scripts.leave(event, visitor.id);
            return true;
        });
    }

    private void leaveUntil(int now) {
        while (!inside.isEmpty() && inside.peek().until() <= now) {
            Stay stay = inside.remove();
            at(stay.until());
            scripts.leave(event, stay.fan());
            if (crowd.seats() < 1_000_000 && random.nextBoolean()) {
                seats = Math.max(0, seats - 2);
            }
        }
    }

    /** Bad quarters of a minute, as the brake would answer them. */
    private void swing() {
        if (crowd.swings()) {
            suffers = suffers ? random.nextInt(3) > 0 : random.nextInt(60) == 0;
            health = AdmissionThrottle.next(health, suffers);
        }
    }

    /** Admission follows the line, as LineModelIT shows: the first who are awake. */
    private void admit(int count, int now) {
        int left = count;
        while (left > 0) {
            Visitor visitor = waiting.removeFirst();
            if (!visitor.silent) {
                left--;
                enter(visitor.id, now);
                if (visitor.looks > 0) {
                    outcomes.add(new Outcome(now - visitor.lookedAt, visitor.range));
                }
            }
        }
    }

    private void look(WaitEstimate estimate, int now) {
        for (int ahead = 0; ahead < waiting.size(); ahead++) {
            Visitor visitor = waiting.get(ahead);
            if ((now + visitor.id) % LOOK_EVERY == 0 && random.nextInt(++visitor.looks) == 0) {
                WaitEstimate.Wait wait = estimate.waitBehind(ahead);
                visitor.lookedAt = now;
                visitor.range = wait == null ? null : wait.range();
            }
        }
    }

    private Honesty honesty() {
        List<Outcome> told = outcomes.stream().filter(o -> o.range() != null).toList();
        double[] waits = told.stream().mapToDouble(Outcome::waited).sorted().toArray();
        double[] widths = told.stream()
                .mapToDouble(o -> (o.range().to() - o.range().from()) / Math.max(1, o.waited()))
                .sorted()
                .toArray();
        long held = told.stream()
                .filter(o -> o.waited() >= o.range().from()
                        && o.waited() <= o.range().to())
                .count();
        return new Honesty(
                crowd.name(),
                seed,
                outcomes.size(),
                waits[waits.length / 2],
                held / (double) told.size(),
                widths[widths.length / 2],
                1 - told.size() / (double) outcomes.size());
    }

    private Room room() {
        Instant begin = Instant.ofEpochMilli(BEGIN);
        return new Room(
                event,
                1,
                begin,
                begin,
                begin.plusSeconds(86_400),
                crowd.rate(),
                crowd.cap(),
                0,
                Room.Mode.OPEN,
                "",
                "",
                null,
                begin,
                0,
                0,
                0,
                0,
                begin,
                false,
                null);
    }

    private void at(double seconds) {
        redis.opsForValue().set("{room:" + event + "}:clock", Long.toString(BEGIN + (long) (seconds * 1_000)));
    }
}
