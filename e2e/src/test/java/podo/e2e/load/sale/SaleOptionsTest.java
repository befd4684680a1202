package podo.e2e.load.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaleOptionsTest {

    @Test
    void takesNamesWithASpaceOrAnEqualsSign() {
        SaleOptions options =
                SaleOptions.of("--fans", "20000", "--seats=2000", "--profile", "bots", "--instances", "2");
        assertThat(options.fans()).isEqualTo(20_000);
        assertThat(options.seats()).isEqualTo(2_000);
        assertThat(options.profile()).isEqualTo(SaleProfile.BOTS);
        assertThat(options.bots()).isEqualTo(new SaleOptions.Bots(5, 0));
        assertThat(options.instances()).isEqualTo(2);
        assertThat(options.pace().limit()).isEqualTo(Duration.ofMinutes(15));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "50, 50", "200, 50", "500, 50", "60, 30", "3010, 70", "20000, 80"})
    void seatsFillEqualRows(int seats, int seatsPerRow) {
        SaleOptions options = SaleOptions.of("--seats", "" + seats);
        assertThat(options.seatsPerRow()).isEqualTo(seatsPerRow);
        assertThat(options.rows() * seatsPerRow).isEqualTo(seats);
        assertThat(options.rows()).isLessThanOrEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--fans 50001",
                "--fans 0",
                "--fans -1",
                "--fans many",
                "--fans",
                "--fans 1 --fans 2",
                "--seats 55",
                "--limit 901",
                "--over 30 --limit 20",
                "--profile storm",
                "--bots 10",
                "--solving 10",
                "--url http://example.org",
                "fans=20",
            })
    void whatCannotBeIsRefusedWithItsOption(String words) {
        assertThatThrownBy(() -> SaleOptions.of(words.split(" ")))
                .isInstanceOf(InvalidSaleOption.class)
                .hasMessageContaining(words.split("[ =]")[0].replace("--", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org", "https://192.168.1.4:8080", "http://localhost.example.org"})
    void onlyThisMachineIsPlayedAgainst(String url) {
        assertThatThrownBy(() -> SaleStack.requireThisMachine(url)).isInstanceOf(InvalidSaleOption.class);
        SaleStack.requireThisMachine("http://localhost:8080");
        SaleStack.requireThisMachine("http://127.0.0.1:8080");
        SaleStack.requireThisMachine("http://[::1]:8080");
    }
}
