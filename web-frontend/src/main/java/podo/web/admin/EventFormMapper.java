package podo.web.admin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import podo.web.calls.EventClient;
import podo.web.calls.ListedEvent;
import podo.web.page.Words;

/** What an event's form says, as the event service takes it; and which field of the form a refusal is about. */
final class EventFormMapper {

    private static final String FEE = "\\s*\\d{1,3}\\s*:\\s*\\d{1,3}\\s*%?\\s*";
    private static final Pattern FEES = Pattern.compile(FEE + "([,;]" + FEE + ")*");
    private static final Pattern GRADE =
            Pattern.compile("grades\\[(\\d+)](?:\\.zones\\[(\\d+)])?(?:\\.([a-zA-Z]+))?.*");

    private final EventForm form;

    /** For each grade the numbers of its lines in the form. */
    private final Map<String, List<Integer>> grades = new LinkedHashMap<>();

    EventFormMapper(EventForm form) {
        this.form = form;
        List<EventForm.Line> lines = form.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                grades.computeIfAbsent(text(lines.get(i).name()), name -> new ArrayList<>())
                        .add(i);
            }
        }
    }

    /** Only once nothing is {@linkplain #unclear unclear}. */
    EventClient.Terms terms(long venueId, ZoneId zone) {
        return new EventClient.Terms(
                text(form.title()),
                orNone(form.description()),
                venueId,
                at(form.startsAt(), zone),
                at(form.onSaleAt(), zone),
                at(form.lobbyOpensAt(), zone),
                at(form.salesEndAt(), zone),
                NumberParser.of(form.seatsPerFan()),
                grades.values().stream().map(this::grade).toList(),
                NumberParser.of(form.admissionPerSecond()),
                NumberParser.of(form.admissionCap()),
                NumberParser.of(form.extensions()),
                orNone(form.singleSeatPolicy()),
                fees());
    }

    Map<String, String> unclear(Words words) {
        var complaints = new FormProblems(words)
                .needs("title", form.title())
                .needs("startsAt", form.startsAt())
                .time("startsAt", form.startsAt())
                .needs("onSaleAt", form.onSaleAt())
                .time("onSaleAt", form.onSaleAt())
                .time("lobbyOpensAt", form.lobbyOpensAt())
                .time("salesEndAt", form.salesEndAt())
                .number("seatsPerFan", form.seatsPerFan())
                .number("admissionPerSecond", form.admissionPerSecond())
                .number("admissionCap", form.admissionCap())
                .number("extensions", form.extensions());
        if (grades.isEmpty()) {
            complaints.about("grades", "admin.wrong.no-grade");
        }
        String fees = orNone(form.refundFees());
        if (fees != null && !FEES.matcher(fees).matches()) {
            complaints.about("refundFees", "admin.wrong.fees");
        }
        grades.values().forEach(lines -> lines.forEach(line -> check(line, lines.getFirst(), complaints)));
        return complaints.found();
    }

    private void check(int line, int first, FormProblems complaints) {
        EventForm.Line typed = form.lines().get(line);
        String field = "grades[" + line + "].";
        complaints
                .needs(field + "name", typed.name())
                .needs(field + "price", typed.price())
                .number(field + "price", typed.price());
        if (!Objects.equals(
                NumberParser.of(typed.price()),
                NumberParser.of(form.lines().get(first).price()))) {
            complaints.about(field + "price", "admin.wrong.two-prices");
        }
    }

    /** Where the form has what the service calls by this name: there, lines of one name are zones of one grade. */
    String field(String theirs) {
        Matcher grade = GRADE.matcher(theirs);
        if (!grade.matches()) {
            return theirs.startsWith("refundFees") ? "refundFees" : theirs;
        }
        List<Integer> lines = grades.values().stream()
                .skip(Integer.parseInt(grade.group(1)))
                .findFirst()
                .orElse(List.of(0));
        int zone = grade.group(2) == null ? 0 : Integer.parseInt(grade.group(2));
        String part = grade.group(3) == null || grade.group(3).equals("zones") ? "section" : grade.group(3);
        return "grades[" + lines.get(Math.min(zone, lines.size() - 1)) + "]." + part;
    }

    private ListedEvent.Grade grade(List<Integer> lines) {
        EventForm.Line first = form.lines().get(lines.getFirst());
        Integer price = NumberParser.of(first.price());
        return new ListedEvent.Grade(
                text(first.name()),
                price == null ? 0 : price,
                lines.stream()
                        .map(form.lines()::get)
                        .map(line -> new ListedEvent.Zone(
                                text(line.section()), orNone(line.fromRow()), orNone(line.toRow())))
                        .toList());
    }

    private @Nullable List<ListedEvent.Fee> fees() {
        String fees = orNone(form.refundFees());
        return fees == null
                ? null
                : Arrays.stream(fees.replaceAll("[\\s%]", "").split("[,;]"))
                        .map(pair -> pair.split(":"))
                        .map(pair -> new ListedEvent.Fee(Integer.parseInt(pair[0]), Integer.parseInt(pair[1])))
                        .toList();
    }

    private static @Nullable Instant at(@Nullable String typed, ZoneId zone) {
        String time = orNone(typed);
        return time == null ? null : LocalDateTime.parse(time).atZone(zone).toInstant();
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static @Nullable String orNone(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
