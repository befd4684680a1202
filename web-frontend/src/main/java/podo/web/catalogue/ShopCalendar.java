package podo.web.catalogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import podo.web.client.ListedEvent;

/** A month in whole weeks from Sunday to Saturday, with the shows of each day. */
record ShopCalendar(YearMonth month, List<List<Day>> weeks) {

    private static final int DAYS = 7;

    /** @param inMonth false for days of the months before and after, which have no shows here */
    record Day(LocalDate date, boolean inMonth, boolean today, List<ListedEvent> shows) {

        /** For the stylesheet: days without shows are no part of the list on a phone. */
        public String kind() {
            if (!inMonth) {
                return "free other";
            }
            return shows.isEmpty() ? "free" : "busy";
        }
    }

    /** @param shows by the day of their start, in the order in which a day lists them */
    static ShopCalendar of(YearMonth month, Map<LocalDate, List<ListedEvent>> shows, LocalDate today) {
        List<List<Day>> weeks = new ArrayList<>();
        LocalDate sunday =
                month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() % DAYS);
        while (!sunday.isAfter(month.atEndOfMonth())) {
            List<Day> week = new ArrayList<>();
            for (int i = 0; i < DAYS; i++) {
                LocalDate date = sunday.plusDays(i);
                boolean inMonth = YearMonth.from(date).equals(month);
                week.add(new Day(
                        date,
                        inMonth,
                        inMonth && date.equals(today),
                        inMonth ? shows.getOrDefault(date, List.of()) : List.of()));
            }
            weeks.add(week);
            sunday = sunday.plusDays(DAYS);
        }
        return new ShopCalendar(month, weeks);
    }

    /** In the order of a week. */
    static List<DayOfWeek> weekdays() {
        return List.of(
                DayOfWeek.SUNDAY,
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY,
                DayOfWeek.SATURDAY);
    }
}
