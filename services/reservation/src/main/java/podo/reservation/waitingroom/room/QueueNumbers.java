package podo.reservation.waitingroom.room;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import podo.reservation.waitingroom.script.NumberShortage;
import podo.reservation.waitingroom.script.RoomScripts;
import podo.reservation.waitingroom.script.ScriptAnswer;

/**
 * Queue numbers come from blocks that the database reserves first. After a loss in Redis, of its last second or of everything, the
 * next number lies beyond all reserved blocks, and so beyond every number that a fan may hold.
 */
@Component
public class QueueNumbers {

    private static final long BLOCK = 1_000;
    private static final int ATTEMPTS = 5;

    private final List<Lock> locks =
            Stream.<Lock>generate(ReentrantLock::new).limit(64).toList();
    private final RoomScripts scripts;
    private final Rooms rooms;

    QueueNumbers(RoomScripts scripts, Rooms rooms) {
        this.scripts = scripts;
        this.rooms = rooms;
    }

    /** Runs the script, and reserves numbers for it when there are none left. */
    public <A extends ScriptAnswer> A runWithNumbers(long eventId, Supplier<A> script) {
        A answer = script.get();
        for (int i = 0; i < ATTEMPTS && answer.shortage() != null; i++) {
            Lock lock = locks.get(Math.floorMod(eventId, locks.size()));
            lock.lock();
            try {
                answer = script.get(); // the thread that had the lock before may have reserved enough
                NumberShortage shortage = answer.shortage();
                if (shortage != null) {
                    long count = Math.max(BLOCK, shortage.count());
                    long before = rooms.reserveNumbers(eventId, count);
                    scripts.grant(eventId, shortage, before, before + count);
                    answer = script.get();
                }
            } finally {
                lock.unlock();
            }
        }
        return answer;
    }
}
