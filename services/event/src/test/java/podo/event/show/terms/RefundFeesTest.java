package podo.event.show.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import podo.contracts.event.Show.RefundFee;

/** Once a seat is sold, fees may fall and may not rise, on whatever day. */
class RefundFeesTest {

    private static final List<RefundFee> SOLD_AT = List.of(new RefundFee(9, 10), new RefundFee(2, 30));

    @Test
    void aFeeMayFallBeginLaterOrVanish() {
        assertThat(allows()).isTrue();
        assertThat(allows(new RefundFee(9, 10), new RefundFee(2, 30))).isTrue();
        assertThat(allows(new RefundFee(9, 5), new RefundFee(2, 30))).isTrue();
        assertThat(allows(new RefundFee(8, 10), new RefundFee(1, 30))).isTrue();
        assertThat(allows(new RefundFee(2, 30))).isTrue();
    }

    @Test
    void aFeeMayNotRiseOrBeginEarlierOnAnyDay() {
        assertThat(allows(new RefundFee(9, 10), new RefundFee(2, 31))).isFalse();
        assertThat(allows(new RefundFee(10, 10), new RefundFee(2, 30))).isFalse();
        assertThat(allows(new RefundFee(9, 10), new RefundFee(3, 30))).isFalse();
        assertThat(allows(new RefundFee(9, 10), new RefundFee(2, 30), new RefundFee(0, 90)))
                .isFalse();
        assertThat(RefundFees.isNowhereHigher(List.of(new RefundFee(0, 1)), List.of()))
                .isFalse();
    }

    private static boolean allows(RefundFee... next) {
        return RefundFees.isNowhereHigher(List.of(next), SOLD_AT);
    }
}
