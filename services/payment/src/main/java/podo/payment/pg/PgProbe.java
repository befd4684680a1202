package podo.payment.pg;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.payment.NonOverlappingTask;

/** While the breaker is open, looks up an order that does not exist; the answer "not found" closes the breaker. */
@Component
class PgProbe {

    private final PgHealth health;
    private final TossClient toss;
    private final NonOverlappingTask task = new NonOverlappingTask("probe");

    PgProbe(PgHealth health, TossClient toss) {
        this.health = health;
        this.toss = toss;
    }

    @Scheduled(fixedDelayString = "${podo.pg.probe-every:2s}")
    void probe() {
        if (health.isOpen()) {
            task.runUnlessBusy(() -> {
                if (toss.findByOrder("podo-probe-no-such-order") instanceof Verdict.NotFound) {
                    health.close();
                }
            });
        }
    }
}
