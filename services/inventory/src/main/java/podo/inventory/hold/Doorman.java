package podo.inventory.hold;

import java.util.function.Supplier;

/** Stands before the judge and sheds the crowd. It may be wrong in either direction for a moment; the judge may not. */
interface Doorman {

    /** What the judge says, or {@link SeatsTaken} for a fan who would only lose there. */
    <T> T admit(Wish wish, Supplier<T> judged);
}
