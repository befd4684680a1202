package podo.reservation.waitingroom.rehearsal.scripted;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.HiddenCopies;
import podo.reservation.waitingroom.line.Line;
import podo.reservation.waitingroom.line.LineStateRecovery;
import podo.reservation.waitingroom.rehearsal.simulation.ArrivalPattern;
import podo.reservation.waitingroom.rehearsal.simulation.RehearsalPlan;
import podo.reservation.waitingroom.rehearsal.simulation.SaleSetting;
import podo.reservation.waitingroom.room.Room;

/** Plays one small sale: a virtual thread for each fan, until all seats are taken, nobody is left, or the time is over. */
@Component
class ScriptedSale {

    /** The first ticks find the room and ask how many seats there are. */
    private static final Duration FIRST_TICKS = Duration.ofSeconds(4);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** Fans of real sales are looked for once in so many looks. */
    private static final int LOOKS_PER_CHECK = 25;

    private final Line line;
    private final LineStateRecovery recovery;
    private final HiddenCopyClient inventory;
    private final SalesNearby sales;
    private final ScriptedSettings settings;

    ScriptedSale(
            Line line,
            LineStateRecovery recovery,
            HiddenCopyClient inventory,
            SalesNearby sales,
            ScriptedSettings settings) {
        this.line = line;
        this.recovery = recovery;
        this.inventory = inventory;
        this.sales = sales;
        this.settings = settings;
    }

    MeasuredSale play(Room copy, RehearsalPlan plan, SaleSetting setting, int seats, Runnable goOn) {
        recovery.createOrRebuild(copy);
        await(FIRST_TICKS, goOn);
        long begun = System.nanoTime();
        StepTimes times = new StepTimes(begun);
        ScriptedHall hall = new ScriptedHall(seats, begun);
        ScriptedCalls calls = new ScriptedCalls(line, inventory, times);
        Random random = new Random(copy.eventId());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<?>> fans = IntStream.range(0, plan.fans())
                    .<Future<?>>mapToObj(i -> {
                        double arrival = arrival(plan, i, random);
                        ScriptedFan fan = new ScriptedFan(
                                copy.eventId(), HiddenCopies.scriptedFan(i), plan, setting.holdSeconds(), calls, hall);
                        return threads.submit(() -> {
                            fan.play(arrival);
                            return null;
                        });
                    })
                    .toList();
            return hall.measured(watch(hall, fans, goOn), plan.fans(), times);
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    private MeasuredSale.End watch(ScriptedHall hall, List<Future<?>> fans, Runnable goOn) {
        for (int look = 1; !hall.isSoldOut() && !fans.stream().allMatch(Future::isDone); look++) {
            if (hall.seconds() > settings.longest().toSeconds()) {
                return MeasuredSale.End.LATE;
            }
            if (look % LOOKS_PER_CHECK == 0 && sales.isBusy()) {
                return MeasuredSale.End.BUSY;
            }
            await(BETWEEN_LOOKS, goOn);
        }
        return MeasuredSale.End.ENDED;
    }

    private static void await(Duration time, Runnable goOn) {
        try {
            for (long left = time.toMillis(); left > 0; left -= BETWEEN_LOOKS.toMillis()) {
                goOn.run();
                Thread.sleep(Math.min(left, BETWEEN_LOOKS.toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** As in the simulation: those who wait in the lobby come at once; of a rush, most of the others soon. */
    private static double arrival(RehearsalPlan plan, int fan, Random random) {
        if (fan < plan.arrival().lobby(plan.fans())) {
            return 0;
        }
        double chance = random.nextDouble();
        double share = plan.arrival() == ArrivalPattern.RUSH ? -Math.log(1 - chance * (1 - Math.exp(-4))) / 4 : chance;
        return share * plan.overSeconds();
    }
}
