package podo.reservation.waitingroom.rehearsal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.reservation.waitingroom.rehearsal.simulation.ArrivalPattern;
import podo.reservation.waitingroom.rehearsal.simulation.RehearsalPlan;
import podo.reservation.waitingroom.rehearsal.simulation.SaleConditions;
import podo.reservation.waitingroom.rehearsal.simulation.SaleSetting;
import podo.reservation.waitingroom.script.AdmissionScripts;
import podo.reservation.waitingroom.script.FanStanding;
import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.script.RoomLayout;
import podo.reservation.waitingroom.script.RoomScripts;
import podo.reservation.waitingroom.script.TickCommand;
import podo.reservation.waitingroom.script.TickResult;

/**
 * The same sale by the real line: every fan joins, is offered a place by the real scripts on a real Redis, enters, and leaves, on a clock that
 * jumps. Written apart from the simulation, with what fans do taken from its description and not from its code.
 */
final class PlayedSale {

    record Played(
            boolean soldOut, double mostSeconds, double seconds, double refusedPercent, int entered, long peakInside) {}

    private record Act(double at, Runnable what) {}

    private static final long BEGIN = 1_000_000_000L;
    private static final long DAY = 86_400_000;

    private final PriorityQueue<Act> acts = new PriorityQueue<>(Comparator.comparingDouble(Act::at));
    private final Deque<Long> line = new ArrayDeque<>();
    private final Set<Long> refused = new HashSet<>();
    private final TreeSet<Integer> free = new TreeSet<>();
    private final StringRedisTemplate redis;
    private final LineScripts scripts;
    private final AdmissionScripts admission;
    private final RehearsalPlan plan;
    private final SaleConditions conditions;
    private final SaleSetting setting;
    private final long event;
    private final Random random;
    private double now;
    private int sold;
    private double soldAt;
    private double mostSoldAt;
    private int entered;
    private long peak;

    PlayedSale(
            StringRedisTemplate redis, RehearsalPlan plan, SaleConditions conditions, SaleSetting setting, long seed) {
        this.redis = redis;
        this.plan = plan;
        this.conditions = conditions;
        this.setting = setting;
        this.random = new Random(seed);
        this.event = Math.floorMod(new Random(seed).nextLong(), 1_000_000_000_000L);
        this.scripts = new LineScripts(redis, "{tonumber(redis.call('GET', '{room:" + event + "}:clock')) / 1000, 0}");
        this.admission = new AdmissionScripts(scripts);
        for (int seat = 0; seat < conditions.seats(); seat++) {
            free.add(seat);
        }
    }

    Played play() {
        at(0);
        new RoomScripts(scripts)
                .layout(
                        event,
                        new RoomLayout(
                                0,
                                0,
                                Duration.ofSeconds((long) conditions.offer()).toMillis(),
                                true,
                                0,
                                0,
                                DAY,
                                18_750,
                                1_000_000_000_000L,
                                false,
                                0,
                                0,
                                0));
        Deque<Double> arrivals = new ArrayDeque<>(arrivals());
        long fan = 0;
        int second = 0;
        long taken = 1;
        while (sold < conditions.seats() && second < 20_000 && (taken > 0 || !line.isEmpty() || !arrivals.isEmpty())) {
            while (!arrivals.isEmpty() && arrivals.peek() <= second) {
                at(arrivals.remove());
                join(++fan);
            }
            at(second);
            TickResult.Progress progress = admission.tick(event, tick()).moved();
            for (long i = progress.admitted(); i > 0; i--) {
                offered(line.remove(), second);
            }
            taken = progress.taken();
            peak = Math.max(peak, taken);
            second++;
            while (!acts.isEmpty() && acts.peek().at() <= second && sold < conditions.seats()) {
                Act act = acts.remove();
                at(act.at());
                act.what().run();
            }
        }
        redis.unlink(redis.keys("{room:" + event + "}*"));
        boolean soldOut = sold == conditions.seats();
        double seconds = soldOut ? soldAt : second;
        return new Played(
                soldOut,
                mostSoldAt == 0 ? seconds : mostSoldAt,
                seconds,
                100.0 * refused.size() / entered,
                entered,
                peak);
    }

    private TickCommand tick() {
        int sellable = conditions.seats() - sold;
        return new TickCommand(
                1_000,
                setting.rate(),
                setting.cap(),
                sellable,
                conditions.allowedInside().applyAsLong(sellable),
                DAY,
                "OPEN",
                1,
                false,
                0,
                0,
                DAY);
    }

    /** Three in five of a rush wait in the lobby, one in ten else. Of the others of a rush, 1 − e^(−4t) of 1 − e^(−4) are there after the share t. */
    private List<Double> arrivals() {
        boolean rush = plan.arrival() == ArrivalPattern.RUSH;
        List<Double> times = new ArrayList<>(Collections.nCopies((int) (plan.fans() * (rush ? 0.6 : 0.1)), 0.0));
        while (times.size() < plan.fans()) {
            double chance = random.nextDouble();
            double share = rush ? -Math.log(1 - chance * (1 - Math.exp(-4))) / 4 : chance;
            times.add(share * plan.overSeconds());
        }
        Collections.sort(times);
        return times;
    }

    private void join(long fan) {
        if (scripts.join(event, fan, "t" + fan, 0, "").is(FanStanding.Outcome.OFFERED)) {
            offered(fan, now);
        } else {
            line.add(fan);
        }
    }

    private void offered(long fan, double now) {
        if (random.nextInt(100) >= plan.absentPercent()) {
            after(now, 1 + 3 * random.nextDouble(), at -> enter(fan, at));
        }
    }

    private void enter(long fan, double now) {
        if (!scripts.enter(event, fan, "p" + fan, (long) (conditions.pass() * 1_000))
                .is(FanStanding.Outcome.ENTERED)) {
            throw new IllegalStateException("fan " + fan + " of " + event + " had an offer and could not enter");
        }
        entered++;
        int party = Math.min(
                plan.seatsPerFan(), List.of(1, 1, 1, 2, 2, 2, 2, 2, 3, 4).get(random.nextInt(10)));
        double passEnds = now + conditions.pass();
        after(now, 5 - 25 * Math.log(1 - random.nextDouble()), at -> look(fan, party, passEnds, 0, 0, at));
    }

    private void look(long fan, int party, double passEnds, int vain, int refusals, double now) {
        if (now >= passEnds - 90 || free.isEmpty() && vain == 2) {
            scripts.leave(event, fan);
        } else if (free.isEmpty()) {
            after(now, 5 + 10 * random.nextDouble(), at -> look(fan, party, passEnds, vain + 1, refusals, at));
        } else {
            List<Integer> seen = List.copyOf(free);
            int count = Math.min(party, seen.size());
            int from = (int) Math.min(seen.size() - count, seen.size() * Math.pow(random.nextDouble(), 2));
            List<Integer> wanted = seen.subList(from, from + count);
            after(now, 0.7 + 0.7 * random.nextDouble(), at -> ask(fan, wanted, passEnds, vain, refusals, at, party));
        }
    }

    private void ask(long fan, List<Integer> wanted, double passEnds, int vain, int refusals, double now, int party) {
        if (free.containsAll(wanted)) {
            wanted.forEach(free::remove);
            hold(fan, wanted, Math.min(now + setting.holdSeconds(), passEnds - 90), now);
            return;
        }
        refused.add(fan);
        if (refusals == 9) {
            scripts.leave(event, fan);
        } else {
            after(now, 2 + 4 * random.nextDouble(), at -> look(fan, party, passEnds, vain, refusals + 1, at));
        }
    }

    private void hold(long fan, List<Integer> seats, double until, double now) {
        double pays = now + plan.paySeconds() * Math.exp(0.4 * random.nextGaussian());
        if (random.nextInt(100) < 5 || pays >= until) {
            after(until, 0, at -> {
                free.addAll(seats);
                after(at, conditions.silence(), later -> scripts.leave(event, fan));
            });
            return;
        }
        after(pays, 0.2, at -> {
            sold += seats.size();
            soldAt = at;
            if (mostSoldAt == 0 && 100 * sold >= 90 * conditions.seats()) {
                mostSoldAt = at;
            }
            scripts.leave(event, fan);
        });
    }

    private interface Doing {
        void run(double at);
    }

    private void after(double now, double seconds, Doing what) {
        double at = now + seconds;
        acts.add(new Act(at, () -> what.run(at)));
    }

    private void at(double seconds) {
        now = Math.max(now, seconds);
        redis.opsForValue().set("{room:" + event + "}:clock", Long.toString(BEGIN + (long) (now * 1_000)));
    }
}
