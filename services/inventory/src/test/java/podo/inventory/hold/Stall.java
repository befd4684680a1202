package podo.inventory.hold;

import java.time.Duration;
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
        if (random.nextInt(20) == 0) {
            try {
                Thread.sleep(Duration.ofMillis(1 + random.nextLong(LONGEST.toMillis())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return judge.award(hold, revision);
    }
}
