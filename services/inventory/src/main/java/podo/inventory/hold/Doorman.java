package podo.inventory.hold;

import java.util.function.Function;

/** Stands before the judge and sheds the crowd. It may be wrong in either direction for a moment; the judge may not. */
interface Doorman {

    /**
     * What the judge says, or {@link SeatsTaken} for a fan who would only lose there.
     *
     * @param judged asks the judge; is told whether rivals for these seats may be there at the same moment
     */
    <T> T admit(HoldRequest wish, Function<Boolean, T> judged);
}
