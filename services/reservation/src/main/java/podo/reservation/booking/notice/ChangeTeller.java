package podo.reservation.booking.notice;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells the buyers of changed shows, part by part; a crash in between leaves the rest to the next round, here or elsewhere. */
@Component
class ChangeTeller {

    private static final Logger log = LoggerFactory.getLogger(ChangeTeller.class);

    private final ChangeNotices notices;

    ChangeTeller(ChangeNotices notices) {
        this.notices = notices;
    }

    @Scheduled(fixedDelayString = "${podo.changes.look:2s}")
    void tellAll() {
        notices.findDue().forEach(this::tell);
    }

    private void tell(long changeId) {
        try {
            Optional<String> last = notices.tellPart(changeId, "");
            while (last.isPresent()) {
                last = notices.tellPart(changeId, last.get());
            }
        } catch (RuntimeException e) {
            log.warn("Not all buyers are told of change {} yet; the next round goes on", changeId, e);
        }
    }
}
