package podo.reservation.waitingroom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Does the wait that a fan is shown turn out true? Every fan looks once, at a random moment of the wait. */
final class HonestWaits {

    /** @param stay mean seconds a fan spends inside; {@code leaving} the share that gives up while waiting */
    record Crowd(String name, int rate, int cap, int atOnce, int perSecond, double stay, double leaving) {}

    /** @param inside the share of fans whose wait lay in the range; {@code width} its median width, as a share of the wait */
    record Honesty(String crowd, int fans, double medianWaitSeconds, double inside, double width) {}

    static final List<Crowd> CROWDS = List.of(
            new Crowd("the rate decides", 40, 1_000_000, 2_000, 20, 60, 0),
            new Crowd("the room is full, 8 s inside", 60, 200, 1_000, 10, 8, 0),
            new Crowd("a fifth gives up while waiting", 40, 1_000_000, 2_000, 20, 60, 0.2));

    private record Glance(double at, Place.Range range) {}

    private static final class Visitor {
        final long id;
        final double glanceAfter;
        final double givesUpAfter;
        final double joinedAt;
        Glance glance;
        long number;

        Visitor(long id, double joinedAt, Random random, Crowd crowd) {
            this.id = id;
            this.joinedAt = joinedAt;
            this.glanceAfter = random.nextDouble() * 25;
            this.givesUpAfter = random.nextDouble() < crowd.leaving() ? random.nextDouble() * 60 : Double.MAX_VALUE;
        }
    }

    private final Line line;
    private final Steps steps;
    private final Crowd crowd;
    private final long event;
    private final Random random = new Random(42);
    private final List<Visitor> waiting = new ArrayList<>();
    private final Map<Long, Double> inside = new HashMap<>();
    private final List<double[]> outcomes = new ArrayList<>(); // real wait, from, to

    HonestWaits(LineStage stage, Crowd crowd) {
        this.line = stage.bean(Line.class);
        this.steps = stage.bean(Steps.class);
        this.crowd = crowd;
        this.event = stage.openRoom(crowd.rate(), crowd.cap());
    }

    Honesty measure(double seconds) {
        long began = System.nanoTime();
        long next = 1;
        for (double now = 0; now < seconds || !waiting.isEmpty() && now < 3 * seconds; now = since(began)) {
            double due = now < seconds ? crowd.atOnce() + crowd.perSecond() * now : 0;
            while (next <= due) {
                Visitor visitor = new Visitor(next, now, random, crowd);
                visitor.number = line.join(event, next++, null).number();
                waiting.add(visitor);
            }
            step(since(began));
            LockSupport.parkNanos(50_000_000);
        }
        return honesty();
    }

    private void step(double now) {
        long serving = steps.run("pulse", event).number(1);
        for (Visitor visitor : List.copyOf(waiting)) {
            if (visitor.number <= serving) {
                waiting.remove(visitor);
                inside.put(visitor.id, now - Math.log(1 - random.nextDouble()) * crowd.stay());
                if (visitor.glance != null) {
                    outcomes.add(new double[] {
                        now - visitor.glance.at(),
                        visitor.glance.range().from(),
                        visitor.glance.range().to()
                    });
                }
            } else if (now - visitor.joinedAt > visitor.givesUpAfter) {
                line.leave(event, visitor.id);
                waiting.remove(visitor);
            } else if (visitor.glance == null && now - visitor.joinedAt > visitor.glanceAfter) {
                Place place = line.look(event, visitor.id);
                if (place.eta() != null && place.state() == Place.State.WAITING) {
                    visitor.glance = new Glance(now, place.eta());
                }
            }
        }
        inside.entrySet().removeIf(stay -> {
            if (stay.getValue() > now) {
                return false;
            }
            line.leave(event, stay.getKey());
            return true;
        });
    }

    private Honesty honesty() {
        double[] waits = outcomes.stream().mapToDouble(o -> o[0]).sorted().toArray();
        double[] widths = outcomes.stream()
                .mapToDouble(o -> (o[2] - o[1]) / Math.max(1, o[0]))
                .sorted()
                .toArray();
        long held = outcomes.stream()
                .filter(o -> o[0] >= o[1] - 0.5 && o[0] <= o[2] + 0.5)
                .count();
        int half = outcomes.size() / 2;
        return new Honesty(crowd.name(), outcomes.size(), waits[half], held / (double) outcomes.size(), widths[half]);
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
