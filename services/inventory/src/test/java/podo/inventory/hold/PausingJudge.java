package podo.inventory.hold;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import podo.inventory.hold.strategy.Judge;

/** Now and then stops before judging, as a process does that is paused or collects garbage; counts who came together. */
final class PausingJudge implements Judge {

    static final Duration LONGEST = Duration.ofMillis(40);

    private final Judge judge;
    private final Random random;
    private final AtomicInteger shared;

    /** @param shared counts transactions in which holds came together */
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
