package podo.event.show.terms;

import java.util.Comparator;
import java.util.List;
import podo.contracts.event.Show.RefundFee;

/** The fee for cancelling a booking, by days before the event starts. */
public final class RefundFees {

    /**
     * The scale of the Korean consumer dispute rules for performances, which the large ticket shops use: no fee until ten
     * days before, 10 % from nine, 20 % from six, 30 % from two days before, 90 % on the day itself.
     */
    public static final List<RefundFee> STANDARD =
            List.of(new RefundFee(9, 10), new RefundFee(6, 20), new RefundFee(2, 30), new RefundFee(0, 90));

    private RefundFees() {}

    static List<RefundFee> sorted(List<RefundFee> fees) {
        return fees.stream()
                .sorted(Comparator.comparingInt(RefundFee::daysBefore).reversed())
                .toList();
    }

    /** Whether each day occurs once and the fee never falls towards the event. Takes the fees sorted. */
    static boolean isValid(List<RefundFee> sorted) {
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
