package podo.inventory.hold;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Now and then stops before judging, as a process does that is paused or collects garbage. */
final class Stall implements Judge {

    static final Duration LONGEST = Duration.ofMillis(40);

    private final Judge judge;
    private final Random random;

    Stall(Judge judge, long seed) {
        this.judge = judge;
        this.random = new Random(seed);
    }

    @Override
    public boolean award(Hold hold, int revision) {
        stop();
        return judge.award(hold, revision);
    }

    @Override
    public boolean awardAll(List<Hold> holds, int revision) {
        stop();
        return judge.awardAll(holds, revision);
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
