package podo.web.orders;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.client.EventClient;
import podo.web.orders.OrganiserOrderClient.LogEntry;
import podo.web.page.Words;
import podo.web.parallel.SideBySide;

/** What organisers did with an event, its line and its orders. */
@Controller
class LogPages {

    /** @param detail the values of the action, as they were kept */
    record Line(LogEntry entry, String what, String detail) {}

    private static final int ENTRIES_PER_PAGE = 100;
    private static final Set<String> KINDS =
            Set.of("TICKETS_SENT", "REFUNDED", "MOVED", "NOTED", "NAMED", "LEVERS_SET", "CODE_ADDED", "CODE_SWITCHED");

    /** Numbers of rows that say nothing to people. */
    private static final Set<String> HIDDEN = Set.of("cancellationId", "moveId");

    private final OrganiserOrderClient orders;
    private final EventClient events;
    private final Words words;

    LogPages(OrganiserOrderClient orders, EventClient events, Words words) {
        this.orders = orders;
        this.events = events;
        this.words = words;
    }

    /** @param before the last entry of the page before; null for the newest */
    @GetMapping("/admin/events/{id}/log")
    String show(@PathVariable long id, @RequestParam(required = false) @Nullable Long before, Model model) {
        long from = before == null || before < 1 ? Long.MAX_VALUE : before;
        try (var calls = SideBySide.open()) {
            var show = calls.start(() -> events.getOwn(id));
            var found = calls.start(() -> orders.log(id, from, ENTRIES_PER_PAGE));
            List<LogEntry> entries = found.result();
            model.addAttribute("show", show.result());
            model.addAttribute("lines", entries.stream().map(this::line).toList());
            model.addAttribute(
                    "older",
                    entries.size() < ENTRIES_PER_PAGE ? null : entries.getLast().id());
        }
        return "orders/log";
    }

    private Line line(LogEntry entry) {
        return new Line(
                entry,
                KINDS.contains(entry.what()) ? words.of("log.what." + entry.what()) : entry.what(),
                entry.detail().entrySet().stream()
                        .filter(member -> !HIDDEN.contains(member.getKey()))
                        .sorted(Map.Entry.comparingByKey())
                        .map(member -> member.getKey() + ": " + member.getValue())
                        .collect(Collectors.joining("\n")));
    }
}
