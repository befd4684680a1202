package podo.inventory.hold;

import java.util.function.Function;

/** Lets everybody through to the judge. */
class NoDoorman implements Doorman {

    @Override
    public <T> T admit(HoldRequest wish, Function<Boolean, T> judged) {
        return judged.apply(true);
    }
}
