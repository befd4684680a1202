package podo.web.line;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.web.calls.LineClient;
import podo.web.calls.LineClient.Attempt;

/** Tells the line once a second who was refused at the door, for the organiser's eyes. What is too much is forgotten, never waited for. */
@Component
class RefusedEntryReporter {

    private static final Logger log = LoggerFactory.getLogger(RefusedEntryReporter.class);
    private static final int MOST = 5_000;

    private final BlockingQueue<Attempt> noted = new ArrayBlockingQueue<>(MOST);
    private final LineClient lines;

    RefusedEntryReporter(LineClient lines) {
        this.lines = lines;
    }

    void note(long eventId, long fanId, String reason) {
        if (!noted.offer(new Attempt(eventId, fanId, reason))) {
            log.debug("Too many refusals to tell of");
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void tell() {
        List<Attempt> attempts = new ArrayList<>();
        if (noted.drainTo(attempts, MOST) == 0) {
            return;
        }
        Thread.startVirtualThread(() -> send(attempts));
    }

    private void send(List<Attempt> attempts) {
        try {
            lines.refused(attempts);
        } catch (RuntimeException e) {
            log.debug("{} refusals were not told: {}", attempts.size(), e.toString());
        }
    }
}
