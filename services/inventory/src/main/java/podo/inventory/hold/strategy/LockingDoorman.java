package podo.inventory.hold.strategy;

import java.util.function.Function;
import org.springframework.stereotype.Component;
import podo.inventory.hold.HoldRequest;

/** Lets one fan per seat through at a time: the lock is acquired before the transaction and released after its end. */
@Component
public class LockingDoorman implements Doorman {

    @Override
    @SeatLock("#request.seatIds()")
    public <T> T admit(HoldRequest request, Function<Boolean, T> commit) {
        return commit.apply(true);
    }
}
