package podo.inventory.hold.strategy;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.inventory.hold.Hold;
import podo.inventory.hold.TakenSeat;
import podo.inventory.hold.store.HeldSeats;
import podo.starter.jdbc.Utc;

/** A judge without the condition: checks whether the seats are free, then writes unconditionally. */
class CredulousJudge implements Judge {

    private final JdbcClient jdbc;
    private final HeldSeats seats;
    private final Runnable between;

    CredulousJudge(JdbcClient jdbc, HeldSeats seats, Runnable between) {
        this.jdbc = jdbc;
        this.seats = seats;
        this.between = between;
    }

    /** The same judge with an action between check and write. */
    CredulousJudge lookingBefore(Runnable pause) {
        return new CredulousJudge(jdbc, seats, pause);
    }

    @Override
    public boolean award(Hold hold, int revision) {
        List<TakenSeat> taken = seats.findTaken(hold.seatIds());
        between.run();
        if (!taken.isEmpty()) {
            return false;
        }
        jdbc.sql("UPDATE seat SET status = 'H', hold_id = :hold, held_until = :until WHERE id IN (:ids)")
                .param("hold", hold.id())
                .param("until", Utc.millis(hold.heldUntil()))
                .param("ids", hold.seatIds())
                .update();
        return true;
    }
}
