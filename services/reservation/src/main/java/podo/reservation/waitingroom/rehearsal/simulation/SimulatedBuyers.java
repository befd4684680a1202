package podo.reservation.waitingroom.rehearsal.simulation;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import podo.reservation.waitingroom.rehearsal.simulation.SaleOutcome.Trouble;

/** The fans who were offered a place: they enter, choose, hold, and pay or do not. What they do next stands in a queue by time. */
final class SimulatedBuyers {

    private enum Step {
        ENTER,
        LOOK,
        ASK,
        PAY,
        HAVE_PAID,
        LOSE_HOLD,
        FREE_SLOT
    }

    private record Due(double at, Step step, Buyer buyer) {}

    private static final class Buyer {
        final int party;
        double passEnds;
        int looksInVain;
        int refusals;
        int[] seats = {};

        Buyer(int party) {
            this.party = party;
        }
    }

    /** Three in ten come alone, every second with somebody. */
    private static final int[] PARTIES = {1, 1, 1, 2, 2, 2, 2, 2, 3, 4};

    private static final int MOST_LOOKS_IN_VAIN = 3;
    private static final int MOST_REFUSALS = 10;

    /** The share of those with a hold who never pay. */
    private static final double UNPAID = 0.05;

    /** Of the logarithm of the time until the payment. */
    private static final double SPREAD_OF_PAYING = 0.4;

    /** Nine of ten seats are sold to those who hold them first; the last ones wait for holds that end without a payment. */
    private static final double MOST = 0.9;

    /** A hold ends at least so long before its pass. */
    private static final double BEFORE_PASS_ENDS = 90;

    private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparingDouble(Due::at));
    private final Map<Trouble, Double> first = new EnumMap<>(Trouble.class);
    private final RehearsalPlan plan;
    private final SaleConditions conditions;
    private final double hold;
    private final SplittableRandom random;
    private final SimulatedHall hall;
    private final CheckoutMachine machine;
    private int taken;
    private int sold;
    private double mostSoldAt = -1;
    private double lastSoldAt;
    private int entered;
    private int refused;
    private int held;
    private int outOfTime;

    SimulatedBuyers(RehearsalPlan plan, SaleConditions conditions, double hold, SplittableRandom random) {
        this.plan = plan;
        this.conditions = conditions;
        this.hold = hold;
        this.random = random;
        this.hall = new SimulatedHall(conditions.seats());
        this.machine = new CheckoutMachine(conditions.purchasesPerSecond());
    }

    /** A slot for the next in line, who may not come. */
    void offer(double now) {
        taken++;
        boolean comes = random.nextInt(100) >= plan.absentPercent();
        Buyer buyer = new Buyer(Math.min(PARTIES[random.nextInt(PARTIES.length)], plan.seatsPerFan()));
        then(comes ? now + between(1, 4) : now + conditions.offer(), comes ? Step.ENTER : Step.FREE_SLOT, buyer);
    }

    /** Everything until this second, or until the last seat is sold. */
    void serveUntil(double second) {
        while (sold < conditions.seats() && !queue.isEmpty() && queue.peek().at() <= second) {
            Due due = queue.remove();
            switch (due.step()) {
                case ENTER -> enter(due.at(), due.buyer());
                case LOOK -> look(due.at(), due.buyer());
                case ASK -> ask(due.at(), due.buyer());
                case PAY -> pay(due.at(), due.buyer());
                case HAVE_PAID -> havePaid(due.at(), due.buyer());
                case LOSE_HOLD -> loseHold(due.at(), due.buyer());
                case FREE_SLOT -> taken--;
            }
        }
    }

    private void enter(double now, Buyer buyer) {
        entered++;
        buyer.passEnds = now + conditions.pass();
        then(now + 5 - 25 * Math.log(1 - random.nextDouble()), Step.LOOK, buyer);
    }

    /** Nearly everybody likes the same seats: the share of better free ones is the square of an even number. */
    private void look(double now, Buyer buyer) {
        int free = hall.free();
        if (now >= buyer.passEnds - BEFORE_PASS_ENDS || free == 0 && ++buyer.looksInVain >= MOST_LOOKS_IN_VAIN) {
            taken--;
        } else if (free == 0) {
            happened(Trouble.NO_FREE_SEAT, now);
            then(now + between(5, 15), Step.LOOK, buyer);
        } else {
            int count = Math.min(buyer.party, free);
            double liking = random.nextDouble();
            int better = (int) Math.min(free - count, liking * liking * free);
            buyer.seats = new int[count];
            for (int i = 0; i < count; i++) {
                buyer.seats[i] = hall.nthFree(better + i);
            }
            then(now + between(0.7, 1.4), Step.ASK, buyer);
        }
    }

    private void ask(double now, Buyer buyer) {
        for (int seat : buyer.seats) {
            if (!hall.isFree(seat)) {
                refuse(now, buyer);
                return;
            }
        }
        for (int seat : buyer.seats) {
            hall.take(seat);
        }
        held++;
        double ends = Math.min(now + hold, buyer.passEnds - BEFORE_PASS_ENDS);
        double pays = now + plan.paySeconds() * Math.exp(SPREAD_OF_PAYING * random.nextGaussian());
        boolean wantsToPay = random.nextDouble() >= UNPAID;
        if (wantsToPay && pays < ends) {
            then(pays, Step.PAY, buyer);
        } else {
            outOfTime += wantsToPay ? 1 : 0;
            then(ends, Step.LOSE_HOLD, buyer);
        }
    }

    private void refuse(double now, Buyer buyer) {
        happened(Trouble.SEAT_REFUSED, now);
        if (buyer.refusals++ == 0) {
            refused++;
        }
        if (buyer.refusals == MOST_REFUSALS) {
            taken--;
        } else {
            then(now + between(2, 6), Step.LOOK, buyer);
        }
    }

    private void pay(double now, Buyer buyer) {
        then(machine.serve(now), Step.HAVE_PAID, buyer);
        if (machine.isSlow(now)) {
            happened(Trouble.CHECKOUT_SLOW, now);
        }
    }

    private void havePaid(double now, Buyer buyer) {
        sold += buyer.seats.length;
        lastSoldAt = now;
        if (!hasSoldMost() && sold >= MOST * conditions.seats()) {
            mostSoldAt = now;
        }
        taken--;
    }

    private void loseHold(double now, Buyer buyer) {
        happened(Trouble.HOLD_LAPSED, now);
        for (int seat : buyer.seats) {
            hall.release(seat);
        }
        then(now + conditions.silence(), Step.FREE_SLOT, buyer);
    }

    void happened(Trouble trouble, double now) {
        first.putIfAbsent(trouble, now);
    }

    private void then(double at, Step step, Buyer buyer) {
        queue.add(new Due(at, step, buyer));
    }

    private double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    boolean hasSoldMost() {
        return mostSoldAt >= 0;
    }

    boolean isSlow(double now) {
        return machine.isSlow(now);
    }

    int taken() {
        return taken;
    }

    int sold() {
        return sold;
    }

    int heldSeats() {
        return conditions.seats() - hall.free() - sold;
    }

    int free() {
        return hall.free();
    }

    double lastSoldAt() {
        return lastSoldAt;
    }

    SaleOutcome outcome(double seconds, SimulatedSale sale) {
        return new SaleOutcome(
                sold == conditions.seats(),
                hasSoldMost() ? mostSoldAt : seconds,
                seconds,
                sold,
                entered,
                refused,
                entered - held,
                outOfTime,
                sale.peakInside(),
                machine.p95(),
                sale.bounds(),
                first,
                sale.course());
    }
}
