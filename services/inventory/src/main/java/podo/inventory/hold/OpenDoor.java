package podo.inventory.hold;

import java.util.function.Function;

/** Lets everybody through to the judge. */
class OpenDoor implements Doorman {

    @Override
    public <T> T admit(Wish wish, Function<Boolean, T> judged) {
        return judged.apply(true);
    }
}
