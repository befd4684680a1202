package podo.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopCalendarTest {

    @ParameterizedTest
    @CsvSource({"2026-02, 4", "2026-12, 5", "2027-01, 6", "2026-11, 5", "2028-02, 5"})
    void aMonthIsWholeWeeksFromSunday(YearMonth month, int weeks) {
        ShopCalendar calendar = ShopCalendar.of(month, Map.of(), month.atDay(3));
        assertThat(calendar.weeks()).hasSize(weeks).allSatisfy(week -> {
            assertThat(week).hasSize(7);
            assertThat(week.getFirst().date().getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        });
        List<ShopCalendar.Day> days =
                calendar.weeks().stream().flatMap(List::stream).toList();
        assertThat(days.stream().filter(ShopCalendar.Day::inMonth).map(ShopCalendar.Day::date))
                .containsExactlyElementsOf(
                        month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList());
        assertThat(days.stream().filter(ShopCalendar.Day::today).map(ShopCalendar.Day::date))
                .containsExactly(month.atDay(3));
        assertThat(days).extracting(ShopCalendar.Day::kind).contains("free").doesNotContain("busy");
        assertThat(LocalDate.from(days.getFirst().date())).isBeforeOrEqualTo(month.atDay(1));
    }
}
