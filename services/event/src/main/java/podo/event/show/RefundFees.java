package podo.event.show;

import java.util.Comparator;
import java.util.List;
import podo.contracts.event.Show.RefundFee;

/** What a cancellation costs, by days before the show. */
final class RefundFees {

    /**
     * The scale of the Korean consumer dispute rules for performances, which the big ticket shops use: all the money back
     * until ten days before, then 10 %, from six days on 20 %, from two days on 30 %, on the day itself 90 % are kept.
     */
    static final List<RefundFee> USUAL =
            List.of(new RefundFee(9, 10), new RefundFee(6, 20), new RefundFee(2, 30), new RefundFee(0, 90));

    private RefundFees() {}

    static List<RefundFee> sorted(List<RefundFee> fees) {
        return fees.stream()
                .sorted(Comparator.comparingInt(RefundFee::daysBefore).reversed())
                .toList();
    }

    /** Days are named once, and nearer to the show nothing gets cheaper. */
    static boolean makeSense(List<RefundFee> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            RefundFee earlier = sorted.get(i - 1);
            RefundFee later = sorted.get(i);
            if (earlier.daysBefore() == later.daysBefore() || earlier.percent() > later.percent()) {
                return false;
            }
        }
        return true;
    }
}
