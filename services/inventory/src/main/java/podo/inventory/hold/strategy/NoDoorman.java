package podo.inventory.hold.strategy;

import java.util.function.Function;
import podo.inventory.hold.HoldRequest;

/** Lets everybody through. */
public class NoDoorman implements Doorman {

    @Override
    public <T> T admit(HoldRequest request, Function<Boolean, T> commit) {
        return commit.apply(true);
    }
}
