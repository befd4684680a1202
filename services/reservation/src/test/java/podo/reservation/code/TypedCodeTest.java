package podo.reservation.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PODO-QT6N-A7N4-01EV-X793",
                "podo-qt6n-a7n4-01ev-x793",
                " QT6N A7N4 01EV X793 ",
                "QT6NA7N4OIEVX793",
                "p0d0 qt6n–a7n4–oLev–x793"
            })
    void whatPeopleTypeIsOneCode(String typed) {
        assertThat(TypedCode.normalise(typed)).contains("PODO-QT6N-A7N4-01EV-X793");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "PODO", "QT6N-A7N4-01EV-X79", "QT6N-A7N4-01EV-X7933", "QT6N-A7N4-01EV-X7!3", "포도"})
    void whatIsNoCodeIsNone(String typed) {
        assertThat(TypedCode.normalise(typed)).isEmpty();
    }

    @Test
    void aDigestIsShortAndOneWay() {
        assertThat(TypedCode.digest("PODO-QT6N-A7N4-01EV-X793"))
                .hasSize(16)
                .isNotEqualTo(TypedCode.digest("PODO-QT6N-A7N4-01EV-X794"));
    }
}
