package podo.reservation.waitingroom;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Queue numbers come from blocks that the database sets apart first. After a loss in Redis, be it of one second or of
 * everything, the next number lies beyond all blocks, and so beyond every number that a fan may hold.
 */
@Component
class Numbers {

    private static final long BLOCK = 1_000;

    private final Object[] turns =
            IntStream.range(0, 64).mapToObj(i -> new Object()).toArray();
    private final Steps steps;
    private final Rooms rooms;

    Numbers(Steps steps, Rooms rooms) {
        this.steps = steps;
        this.rooms = rooms;
    }

    /** Takes the step, and sets numbers apart for it when there are none left. */
    Steps.Reply with(long eventId, Supplier<Steps.Reply> step) {
        Steps.Reply reply = step.get();
        for (int i = 0; i < 5 && lacking(reply); i++) {
            synchronized (turns[(int) (eventId % turns.length)]) {
                reply = step.get(); // whoever was first here has found numbers for the others too
                if (lacking(reply)) {
                    long count = Math.max(BLOCK, reply.number(2));
                    long before = rooms.reserve(eventId, count);
                    steps.run("reserve", eventId, reply.text(1), before, before + count);
                    reply = step.get();
                }
            }
        }
        return reply;
    }

    private static boolean lacking(Steps.Reply reply) {
        return reply.word().equals("NO_NUMBERS");
    }
}
