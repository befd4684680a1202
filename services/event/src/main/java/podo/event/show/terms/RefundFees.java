package podo.event.show.terms;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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

    /** Whether on no day before the show {@code next} keeps more than {@code previous}. Takes both sorted. */
    static boolean isNowhereHigher(List<RefundFee> next, List<RefundFee> previous) {
        return Stream.concat(next.stream(), previous.stream())
                .mapToInt(RefundFee::daysBefore)
                .allMatch(day -> percentOn(day, next) <= percentOn(day, previous));
    }

    private static int percentOn(int daysBefore, List<RefundFee> sorted) {
        return sorted.stream()
                .filter(fee -> daysBefore <= fee.daysBefore())
                .mapToInt(RefundFee::percent)
                .max()
                .orElse(0);
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
