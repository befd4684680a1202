package podo.tosssimulator.window;

/** What the buyer does in the window, or what happens to the payment afterwards. */
enum BuyerOutcome {
    APPROVE,
    /** The bank answers the confirm 8 s late. */
    SLOW,
    /** The bank captures, and its answer to the confirm is lost. */
    LOST,
    /** The bank refuses the confirm. */
    DECLINE,
    /** The window fails before there is a payment key. */
    FAIL,
    CLOSE
}
