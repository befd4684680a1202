package podo.reservation.waitingroom.rehearsal.scripted;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.web.client.HttpClientErrorException;
import podo.contracts.reservation.LineState;
import podo.reservation.waitingroom.line.Line;
import podo.reservation.waitingroom.rehearsal.scripted.HiddenCopyClient.Wish;
import podo.reservation.waitingroom.rehearsal.scripted.MeasuredSale.Step;
import podo.starter.security.EntryPass;

/** The calls of scripted fans, each timed: the line by the code that answers fans, the seats by HTTP at the inventory. */
final class ScriptedCalls {

    private final Line line;
    private final HiddenCopyClient inventory;
    private final StepTimes times;

    ScriptedCalls(Line line, HiddenCopyClient inventory, StepTimes times) {
        this.line = line;
        this.inventory = inventory;
        this.times = times;
    }

    void join(long copyId, long fan) {
        timed(Step.JOIN, () -> line.join(copyId, fan, null));
    }

    LineState state(long copyId, long fan) {
        return timed(Step.WAIT, () -> line.status(copyId, fan)).state();
    }

    EntryPass enter(long copyId, long fan) {
        return timed(Step.ENTER, () -> line.enter(copyId, fan));
    }

    List<Long> freeSeats(long copyId) {
        return timed(Step.SEATS, () -> inventory.freeSeats(copyId));
    }

    /** Returns the hold's id; throws the 409 when a seat is taken. */
    String hold(long copyId, long fan, List<Long> seats, EntryPass pass) {
        return timed(Step.HOLD, () -> inventory.hold(copyId, new Wish(fan, seats, pass.id(), pass.expiresAt())))
                .holdId();
    }

    void release(long copyId, String holdId) {
        timed(Step.RELEASE, () -> {
            inventory.release(copyId, holdId);
            return holdId;
        });
    }

    /** As after a purchase, so that the slot is free at once. */
    void leave(long copyId, long fan, EntryPass pass) {
        line.releaseSlot(copyId, fan, pass.id());
    }

    private <T> T timed(Step step, Supplier<T> call) {
        return times.measure(step, call, HttpClientErrorException.Conflict.class::isInstance);
    }
}
