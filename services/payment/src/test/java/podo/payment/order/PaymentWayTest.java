package podo.payment.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentWayTest {

    @ParameterizedTest
    @EnumSource(value = PaymentWay.class, mode = EnumSource.Mode.EXCLUDE, names = "BANK")
    void aKeyNamesItsWayForItsOwnOrderAlone(PaymentWay way) {
        assertThat(PaymentWay.of(way.keyOf("podo-1"), "podo-1")).isEqualTo(way);
        assertThat(PaymentWay.of(way.keyOf("podo-2"), "podo-1")).isEqualTo(PaymentWay.BANK);
    }

    @Test
    void whateverElseIsTheBanks() {
        assertThat(PaymentWay.of("tviva20261130", "podo-1")).isEqualTo(PaymentWay.BANK);
        assertThat(PaymentWay.of(null, "podo-1")).isEqualTo(PaymentWay.BANK);
    }

    @Test
    void theBoxOfficeHasItsOwnWays() {
        assertThat(PaymentWay.values())
                .filteredOn(PaymentWay::isAtBoxOffice)
                .containsExactly(PaymentWay.CASH, PaymentWay.CARD, PaymentWay.COMPLIMENTARY);
    }
}
