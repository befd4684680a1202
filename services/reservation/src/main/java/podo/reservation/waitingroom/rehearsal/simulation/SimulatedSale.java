package podo.reservation.waitingroom.rehearsal.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import podo.reservation.waitingroom.rehearsal.simulation.SaleOutcome.Bound;
import podo.reservation.waitingroom.rehearsal.simulation.SaleOutcome.Moment;
import podo.reservation.waitingroom.rehearsal.simulation.SaleOutcome.Trouble;
import podo.reservation.waitingroom.throttle.AdmissionThrottle;

/**
 * One sale on a simulated clock. Once a second fans are let in by the rule of {@code tick.lua}: as many as rate and throttle allow, and no
 * more than there are slots for by the cap and by the seats that are left. The same arguments make the same sale.
 */
public final class SimulatedSale {

    /** Six hours: whatever is not sold by then is told as unsold. */
    private static final int LONGEST = 21_600;

    private final SaleConditions conditions;
    private final SaleSetting setting;
    private final boolean withCourse;
    private final Arrivals arrivals;
    private final SimulatedBuyers buyers;
    private final Map<Bound, Integer> bounds = new EnumMap<>(Bound.class);
    private final List<Moment> course = new ArrayList<>();
    private int waiting;
    private int peakInside;
    private double health = 1;
    private double owed;

    private SimulatedSale(
            RehearsalPlan plan, SaleConditions conditions, SaleSetting setting, boolean withCourse, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.conditions = conditions;
        this.setting = setting;
        this.withCourse = withCourse;
        this.arrivals = new Arrivals(plan, random.split());
        this.buyers = new SimulatedBuyers(plan, conditions, setting.holdSeconds(), random);
        this.waiting = plan.arrival().lobby(plan.fans());
    }

    public static SaleOutcome run(RehearsalPlan plan, SaleConditions conditions, SaleSetting setting, long seed) {
        return new SimulatedSale(plan, conditions, setting, false, seed).play();
    }

    /** As {@link #run}, with each second of it. */
    static SaleOutcome runWithCourse(RehearsalPlan plan, SaleConditions conditions, SaleSetting setting, long seed) {
        return new SimulatedSale(plan, conditions, setting, true, seed).play();
    }

    private SaleOutcome play() {
        int second = 0;
        while (second < LONGEST && buyers.sold() < conditions.seats() && !nobodyIsLeft()) {
            waiting += arrivals.until(second);
            letIn(second);
            peakInside = Math.max(peakInside, buyers.taken());
            if (withCourse) {
                course.add(new Moment(second, waiting, buyers.taken(), buyers.heldSeats(), buyers.sold()));
            }
            buyers.serveUntil(++second);
        }
        boolean soldOut = buyers.sold() == conditions.seats();
        return buyers.outcome(soldOut ? buyers.lastSoldAt() : second, this);
    }

    private boolean nobodyIsLeft() {
        return waiting == 0 && arrivals.isOver() && buyers.taken() == 0;
    }

    private void letIn(int second) {
        health = AdmissionThrottle.next(health, buyers.isSlow(second));
        double due = setting.rate() * health + owed;
        int budget = (int) Math.floor(due + 0.001);
        owed = Math.max(0, due - budget);
        long room = Math.min(setting.cap(), conditions.allowedInside().applyAsLong(conditions.seats() - buyers.sold()));
        int count = (int) Math.clamp(room - buyers.taken(), 0, budget);
        for (int i = Math.min(count, waiting); i > 0; i--) {
            waiting--;
            buyers.offer(second);
        }
        Bound bound = bound(second, count < budget, room);
        if (!buyers.hasSoldMost()) {
            bounds.merge(bound, 1, Integer::sum);
        }
        if (bound == Bound.CAP) {
            buyers.happened(Trouble.ROOM_FULL, second);
        }
    }

    private Bound bound(int second, boolean isFull, long room) {
        if (buyers.isSlow(second)) {
            return Bound.MACHINE;
        }
        if (buyers.free() == 0) {
            return Bound.HOLD;
        }
        if (waiting == 0) {
            return Bound.NOBODY;
        }
        if (isFull) {
            return room < setting.cap() ? Bound.SEATS : Bound.CAP;
        }
        return health < 1 ? Bound.MACHINE : Bound.RATE;
    }

    int peakInside() {
        return peakInside;
    }

    Map<Bound, Integer> bounds() {
        return bounds;
    }

    List<Moment> course() {
        return course;
    }
}
