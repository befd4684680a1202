package podo.web.line;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import podo.web.calls.LineClient;

/** A fan who opens the seats is inside and busy; without a sign the line would give the slot to the next. */
@Component
public class ActivitySignal {

    private static final Logger log = LoggerFactory.getLogger(ActivitySignal.class);

    private final LineClient lines;

    ActivitySignal(LineClient lines) {
        this.lines = lines;
    }

    /** Given for the fan of this request. The page is shown either way: the pass in the session is what counts. */
    public void give(long eventId) {
        try {
            lines.me(eventId);
        } catch (RuntimeException e) {
            log.debug("No sign of life for event {}: {}", eventId, e.toString());
        }
    }
}
