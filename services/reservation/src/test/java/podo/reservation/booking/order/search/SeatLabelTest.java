package podo.reservation.booking.order.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeatLabelTest {

    @ParameterizedTest
    @CsvSource({
        "B-12, , B, 12",
        "B12, , B, 12",
        "b 12, , b, 12",
        "12-7, , 12, 7",
        "B열 12번, , B, 12",
        "B열12번, , B, 12",
        "1층 B열 12번, 1층, B, 12",
        "Stalls B 12, Stalls, B, 12",
        "Upper Circle row AA 3, Upper Circle, AA, 3",
        "1층 · B-12, 1층, B, 12"
    })
    void aSeatIsReadAsPeopleCallIt(String text, String section, String row, int number) {
        assertThat(SeatLabel.read(text)).hasValue(new SeatLabel(section, row, number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "박지훈", "gildong@example.com", "B", "B-", "-12", "B-12345", "podo-Ab3dEf9hIj", ""})
    void otherWordsAreNoSeat(String text) {
        assertThat(SeatLabel.read(text)).isEmpty();
    }
}
