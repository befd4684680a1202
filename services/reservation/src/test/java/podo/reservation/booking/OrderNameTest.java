package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderNameTest {

    @Test
    void theBankSeesTitleAndNumberOfSeats() {
        assertThat(InternalBookingController.orderName("달빛 콘서트", 1)).isEqualTo("달빛 콘서트");
        assertThat(InternalBookingController.orderName("달빛 콘서트", 3)).isEqualTo("달빛 콘서트 ×3");
    }

    @Test
    void aLongTitleIsCutAtAHundredCharactersAndNeverInsideOne() {
        assertThat(InternalBookingController.orderName("a".repeat(200), 4))
                .hasSize(100)
                .endsWith("a ×4");
        assertThat(InternalBookingController.orderName("a".repeat(96) + "🍇".repeat(9), 4))
                .isEqualTo("a".repeat(96) + " ×4");
        assertThat(InternalBookingController.orderName("a".repeat(100), 1)).hasSize(100);
    }
}
