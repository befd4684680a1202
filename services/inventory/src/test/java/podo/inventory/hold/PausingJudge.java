package podo.inventory.hold;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import podo.inventory.hold.strategy.Judge;

/** Pauses now and then before deciding, like a process during garbage collection; counts batches. */
final class PausingJudge implements Judge {

    static final Duration LONGEST = Duration.ofMillis(40);

    private final Judge judge;
    private final Random random;
    private final AtomicInteger shared;

    /** @param shared counts transactions with more than one hold */
    PausingJudge(Judge judge, long seed, AtomicInteger shared) {
        this.judge = judge;
        this.random = new Random(seed);
        this.shared = shared;
    }

    @Override
    public boolean award(Hold hold, int revision) {
        stop();
        return judge.award(hold, revision);
    }

    @Override
    public boolean awardAll(List<Hold> holds, int revision) {
        stop();
        boolean awarded = judge.awardAll(holds, revision);
        if (awarded && holds.size() > 1) {
            shared.incrementAndGet();
        }
        return awarded;
    }

    private void stop() {
        if (random.nextInt(20) == 0) {
            try {
                Thread.sleep(Duration.ofMillis(1 + random.nextLong(LONGEST.toMillis())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
