package podo.e2e.faults;

import org.jspecify.annotations.Nullable;

/**
 * A row of the table of faults.
 *
 * @param outage what is done to the stack that is up, while fans buy; null where a running stack can't play it
 * @param note what is played of the row, or where it is played instead
 * @param gentle whether it is played when no row is named: it costs no visitor a log-in, and ten minutes at most
 */
record ChaosRow(int number, String fault, @Nullable Runnable outage, String note, boolean gentle) {

    static ChaosRow played(int number, String fault, String note, Runnable outage) {
        return new ChaosRow(number, fault, outage, note, true);
    }

    static ChaosRow onRequest(int number, String fault, String note, Runnable outage) {
        return new ChaosRow(number, fault, outage, note, false);
    }

    static ChaosRow elsewhere(int number, String fault, String where) {
        return new ChaosRow(number, fault, null, where, false);
    }
}
