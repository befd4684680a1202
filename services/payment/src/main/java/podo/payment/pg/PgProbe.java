package podo.payment.pg;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.payment.SingleFlight;

/** While the way to the bank is closed, asks for an order that does not exist: a plain "no" means that it is well again. */
@Component
class PgProbe {

    private final PgHealth health;
    private final TossClient toss;
    private final SingleFlight aside = new SingleFlight("probe");

    PgProbe(PgHealth health, TossClient toss) {
        this.health = health;
        this.toss = toss;
    }

    @Scheduled(fixedDelayString = "${podo.pg.probe-every:2s}")
    void ask() {
        if (health.isOpen()) {
            aside.run(() -> {
                if (toss.byOrder("podo-is-the-bank-well") instanceof Verdict.NotFound) {
                    health.wellAgain();
                }
            });
        }
    }
}
