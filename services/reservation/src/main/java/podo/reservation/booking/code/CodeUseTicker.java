package podo.reservation.booking.code;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Settles the uses of codes every 2 s. Every instance does it; each step can be repeated. */
@Component
class CodeUseTicker {

    private static final Logger log = LoggerFactory.getLogger(CodeUseTicker.class);

    private final LapsedUses uses;

    CodeUseTicker(LapsedUses uses) {
        this.uses = uses;
    }

    @Scheduled(fixedDelayString = "${podo.codes.every:2s}")
    void tick() {
        try {
            uses.settle();
        } catch (DataAccessException e) {
            log.warn("The uses of codes are settled at the next tick: {}", e.toString());
        }
    }
}
