package podo.inventory.hold.rehearsal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes hidden copies whose rehearsal died. */
@Component
class HiddenHallSweeper {

    private static final Logger log = LoggerFactory.getLogger(HiddenHallSweeper.class);

    private final HiddenHalls copies;

    HiddenHallSweeper(HiddenHalls copies) {
        this.copies = copies;
    }

    @Scheduled(fixedRateString = "${podo.hidden-copies.sweep:30s}")
    void sweep() {
        for (long copyId : copies.findAbandoned()) {
            copies.remove(copyId);
            copies.forget(copyId);
            log.info("Removed the hidden copy {}, whose rehearsal did not end", copyId);
        }
    }
}
