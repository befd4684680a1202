package podo.web.team;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.client.EventClient;
import podo.web.page.PageSettings;
import podo.web.page.Times;
import podo.web.page.Words;
import podo.web.parallel.SideBySide;
import podo.web.sheet.CsvSheet;
import podo.web.sheet.SheetWriter;
import podo.web.team.TeamLogClient.TeamLogEntry;

/** The log of the visitor's teams: who did what when, in all services, to read with filters and to download. */
@Controller
class TeamLogPages {

    /** @param detail the values of the action, as they were kept */
    record Line(TeamLogEntry entry, String what, String detail) {}

    /** What the form asks for; empty fields ask for all. Days are the shop's, the last one included. */
    record Filter(
            @Nullable Long eventId,
            @Nullable Long by,
            @Nullable String what,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until) {

        @Nullable
        String known() {
            return what != null && LogWords.KINDS.contains(what) ? what : null;
        }
    }

    private static final int ENTRIES_PER_PAGE = 100;
    private static final int ENTRIES_AT_ONCE = 500;
    private static final int EVENTS = 100;

    private final TeamLogClient log;
    private final EventClient events;
    private final LogWords logWords;
    private final Words words;
    private final Times times;
    private final ZoneId zone;

    TeamLogPages(
            TeamLogClient log, EventClient events, LogWords logWords, Words words, Times times, PageSettings settings) {
        this.log = log;
        this.events = events;
        this.logWords = logWords;
        this.words = words;
        this.times = times;
        this.zone = settings.zone();
    }

    /** @param before the last entry of the page before; null for the newest */
    @GetMapping("/admin/log")
    String show(Filter filter, @RequestParam(required = false) @Nullable Long before, Model model) {
        long from = before == null || before < 1 ? Long.MAX_VALUE : before;
        try (var calls = SideBySide.open()) {
            var shows = calls.start(() -> events.listOwn(0, EVENTS));
            var found = calls.start(() -> entries(filter, from, ENTRIES_PER_PAGE));
            List<TeamLogEntry> entries = found.result();
            model.addAttribute("shows", shows.result().content());
            model.addAttribute("lines", entries.stream().map(this::line).toList());
            model.addAttribute(
                    "older",
                    entries.size() < ENTRIES_PER_PAGE ? null : entries.getLast().id());
        }
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", LogWords.KINDS);
        return "team/log";
    }

    /** Written some hundred entries at a time, so that a log of any length needs the memory of one page. */
    @GetMapping("/admin/log.csv")
    void download(Filter filter, HttpServletResponse response) throws IOException {
        List<TeamLogEntry> page = entries(filter, Long.MAX_VALUE, ENTRIES_AT_ONCE);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("log.csv").build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.flushBuffer();
        SheetWriter sheet = new CsvSheet(response.getOutputStream());
        sheet.write(List.of(
                words.of("room.refused.when"),
                words.of("admin.seat.who"),
                words.of("admin.seat.what"),
                words.of("admin.event"),
                words.of("order.order"),
                words.of("log.detail")));
        while (!page.isEmpty()) {
            for (TeamLogEntry entry : page) {
                Line line = line(entry);
                sheet.write(List.of(
                        times.field(entry.at()).replace('T', ' '),
                        entry.name(),
                        line.what(),
                        entry.event(),
                        entry.orderId() == null ? "" : entry.orderId(),
                        line.detail()));
            }
            page = page.size() < ENTRIES_AT_ONCE
                    ? List.of()
                    : entries(filter, page.getLast().id(), ENTRIES_AT_ONCE);
        }
        sheet.close();
    }

    private List<TeamLogEntry> entries(Filter filter, long before, int size) {
        LocalDate until = filter.until();
        return log.log(
                filter.eventId(),
                filter.by(),
                filter.known(),
                text(filter.from()),
                text(until == null ? null : until.plusDays(1)),
                before,
                size);
    }

    private @Nullable String text(@Nullable LocalDate day) {
        if (day == null) {
            return null;
        }
        Instant start = day.atStartOfDay(zone).toInstant();
        return start.toString();
    }

    private Line line(TeamLogEntry entry) {
        return new Line(entry, logWords.what(entry.what()), logWords.detail(entry.detail(), entry.member()));
    }
}
