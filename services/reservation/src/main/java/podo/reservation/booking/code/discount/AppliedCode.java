package podo.reservation.booking.code.discount;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A code as a booking used it; later changes of the code do not change the booking.
 *
 * @param grades those whose seats it makes cheaper; null for all
 */
public record AppliedCode(
        long id, String code, Discount discount, @Nullable List<String> grades) {

    /** Card companies take no less. */
    private static final long SMALLEST_PAYMENT = 100;

    /** Whether it opened the sale early, and takes nothing off. */
    public boolean isOfPresale() {
        return discount.how() == Discount.How.EARLY;
    }

    public boolean isFor(String grade) {
        return grades == null || grades.contains(grade);
    }

    /**
     * The prices of the same seats with this code. What is left of a sum below the smallest payment is given as well.
     *
     * @param grade of the seat at this place of the list
     */
    public List<Long> prices(List<Long> full, IntFunction<String> grade) {
        List<Integer> cheaper = IntStream.range(0, full.size())
                .filter(i -> isFor(grade.apply(i)))
                .boxed()
                .toList();
        List<Long> reduced = discount.prices(cheaper.stream().map(full::get).toList());
        List<Long> prices = new ArrayList<>(full);
        for (int i = 0; i < reduced.size(); i++) {
            prices.set(cheaper.get(i), reduced.get(i));
        }
        long sum = prices.stream().mapToLong(Long::longValue).sum();
        return sum < SMALLEST_PAYMENT ? Collections.nCopies(full.size(), 0L) : prices;
    }
}
