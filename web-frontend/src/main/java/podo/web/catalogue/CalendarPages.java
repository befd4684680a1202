package podo.web.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.contracts.event.EventStatus;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.page.Times;
import podo.web.page.Words;
import podo.web.shared.OfferedPage;

/** The shop's calendar: the shows of one month by their day. */
@Controller
class CalendarPages {

    private static final int MONTHS_BACK = 12;
    private static final int MONTHS_AHEAD = 24;
    private static final int SHOWS_A_CALL = 100;
    private static final int MOST_CALLS = 10;

    private final CachedCatalogue catalogue;
    private final Times times;
    private final Words words;

    CalendarPages(CachedCatalogue catalogue, Times times, Words words) {
        this.catalogue = catalogue;
        this.times = times;
        this.words = words;
    }

    /** @param month such as 2026-12; one that can't be read or is too far away shows this month and says so */
    @GetMapping("/calendar")
    String calendar(
            @RequestParam(required = false) @Nullable String month,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        LocalDate today = times.dateOf(times.now());
        YearMonth current = YearMonth.from(today);
        YearMonth first = current.minusMonths(MONTHS_BACK);
        YearMonth last = current.plusMonths(MONTHS_AHEAD);
        YearMonth asked = month == null || month.isBlank() ? current : parse(month.strip());
        if (asked == null || asked.isBefore(first) || asked.isAfter(last)) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("wrongMonth", words.of("calendar.wrong", times.month(first), times.month(last)));
            asked = current;
        }
        List<ListedEvent> shows = new ArrayList<>();
        boolean all = find(asked, shows);
        OfferedPage.offer(request);
        model.addAttribute("calendar", ShopCalendar.of(asked, byDay(shows), today));
        model.addAttribute("weekdays", weekdays());
        model.addAttribute("count", shows.size());
        model.addAttribute("cut", !all);
        model.addAttribute("nextShow", shows.isEmpty() ? findAfter(asked) : null);
        model.addAttribute("first", first);
        model.addAttribute("last", last);
        model.addAttribute("previous", asked.isAfter(first) ? asked.minusMonths(1) : null);
        model.addAttribute("next", asked.isBefore(last) ? asked.plusMonths(1) : null);
        return "catalogue/calendar";
    }

    /** Adds the month's shows; false when there are more than a page can show. */
    private boolean find(YearMonth month, List<ListedEvent> shows) {
        ZoneId zone = times.zoneId();
        EventClient.EventQuery asked = new EventClient.EventQuery(
                null,
                null,
                null,
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant(),
                null,
                null);
        for (int call = 0; call < MOST_CALLS; call++) {
            EventClient.EventPage found = catalogue.find(call, SHOWS_A_CALL, asked);
            shows.addAll(found.content());
            if (call + 1 >= found.page().totalPages()) {
                return true;
            }
        }
        return false;
    }

    /** The first show that takes place after an empty month; where there is none, the next one from today; null without one. */
    private @Nullable ListedEvent findAfter(YearMonth month) {
        ZoneId zone = times.zoneId();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        Instant today = times.dateOf(times.now()).atStartOfDay(zone).toInstant();
        ListedEvent later = end.isAfter(today) ? findFirst(end) : null;
        return later == null ? findFirst(today) : later;
    }

    private @Nullable ListedEvent findFirst(Instant from) {
        EventClient.EventQuery asked = new EventClient.EventQuery(null, null, null, from, null, null, null);
        return catalogue.find(0, SHOWS_A_CALL, asked).content().stream()
                .filter(show -> !show.is(EventStatus.CANCELLED))
                .min(Comparator.comparing(ListedEvent::startsAt))
                .orElse(null);
    }

    private Map<LocalDate, List<ListedEvent>> byDay(List<ListedEvent> shows) {
        return shows.stream()
                .sorted(Comparator.comparing(ListedEvent::startsAt).thenComparing(ListedEvent::id))
                .collect(Collectors.groupingBy(show -> times.dateOf(show.startsAt())));
    }

    private static List<String> weekdays() {
        return ShopCalendar.weekdays().stream()
                .map(day -> day.getDisplayName(TextStyle.SHORT, LocaleContextHolder.getLocale()))
                .toList();
    }

    private static @Nullable YearMonth parse(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeParseException noMonth) {
            return null;
        }
    }
}
