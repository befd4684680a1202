package podo.reservation.waitingroom.room;

import podo.reservation.waitingroom.script.LineScripts;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Queue numbers come from blocks that the database sets apart first. After a loss in Redis, be it of one second or of
 * everything, the next number lies beyond all blocks, and so beyond every number that a fan may hold.
 */
@Component
public class QueueNumbers {

    private static final long BLOCK = 1_000;

    private final List<Lock> turns =
            Stream.<Lock>generate(ReentrantLock::new).limit(64).toList();
    private final LineScripts steps;
    private final Rooms rooms;

    QueueNumbers(LineScripts steps, Rooms rooms) {
        this.steps = steps;
        this.rooms = rooms;
    }

    /** Takes the step, and sets numbers apart for it when there are none left. */
    public LineScripts.Reply with(long eventId, Supplier<LineScripts.Reply> step) {
        LineScripts.Reply reply = step.get();
        for (int i = 0; i < 5 && lacking(reply); i++) {
            Lock turn = turns.get((int) (eventId % turns.size()));
            turn.lock();
            try {
                reply = step.get(); // whoever was first here has found numbers for the others too
                if (lacking(reply)) {
                    long count = Math.max(BLOCK, reply.number(2));
                    long before = rooms.reserve(eventId, count);
                    steps.run("reserve", eventId, reply.text(1), before, before + count);
                    reply = step.get();
                }
            } finally {
                turn.unlock();
            }
        }
        return reply;
    }

    private static boolean lacking(LineScripts.Reply reply) {
        return reply.word().equals("NO_NUMBERS");
    }
}
