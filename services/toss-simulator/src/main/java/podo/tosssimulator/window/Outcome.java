package podo.tosssimulator.window;

/** What the buyer, or the buyer's bank, does. */
enum Outcome {
    APPROVE,
    /** The bank will answer the confirm only after a while. */
    SLOW,
    /** The bank captures, and its answer never reaches the shop. */
    LOST,
    /** The bank will refuse the confirm. */
    DECLINE,
    /** The window itself fails: the buyer never gets as far as a payment key. */
    FAIL,
    CLOSE
}
