package podo.inventory.hold.attempt;

/** The judge denied a seat, and the transaction is rolled back; worth another attempt when no seat turns out to be taken. */
class HoldNotAwarded extends RuntimeException {

    HoldNotAwarded() {
        super("a seat was not awarded", null, false, false);
    }
}
