package podo.inventory.hold;

import java.util.function.Supplier;

/** Lets everybody through to the judge. */
class OpenDoor implements Doorman {

    @Override
    public <T> T admit(Wish wish, Supplier<T> judged) {
        return judged.get();
    }
}
