package podo.web.line;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import podo.web.client.LineClient;

/** Reports to the line that a fan who is inside is still active; without a report the line gives the slot to the next fan. */
@Component
public class ActivitySignal {

    private static final Logger log = LoggerFactory.getLogger(ActivitySignal.class);

    private final LineClient lines;

    ActivitySignal(LineClient lines) {
        this.lines = lines;
    }

    /** Reports for the fan of this request. A failure is only logged, since the pass alone decides about access. */
    public void report(long eventId) {
        try {
            lines.ownPlace(eventId);
        } catch (RuntimeException e) {
            log.debug("Reporting activity to the line of event {} failed: {}", eventId, e.toString());
        }
    }
}
