package podo.inventory.hold;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.inventory.hold.WaitingRoomClient.Attempt;

/** Tells the rooms once a second whose pass was refused and why. Refusing never waits for it: what is too much is dropped. */
@Component
class RefusedPassReporter {

    private static final Logger log = LoggerFactory.getLogger(RefusedPassReporter.class);
    private static final int MOST = 1_000;

    private final BlockingQueue<Attempt> attempts = new ArrayBlockingQueue<>(MOST);
    private final WaitingRoomClient rooms;

    RefusedPassReporter(WaitingRoomClient rooms) {
        this.rooms = rooms;
    }

    void note(long eventId, long fanId, String reason) {
        attempts.offer(new Attempt(eventId, fanId, reason));
    }

    @Scheduled(fixedDelay = 1_000)
    void tell() {
        List<Attempt> told = new ArrayList<>();
        attempts.drainTo(told);
        if (told.isEmpty()) {
            return;
        }
        try {
            rooms.refused(told);
        } catch (RuntimeException e) {
            log.debug("{} refused passes were not recorded: {}", told.size(), e.toString());
        }
    }
}
