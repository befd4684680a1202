package podo.web.dates;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import podo.web.client.EventClient;
import podo.web.page.Words;

/** Further dates as typed, one in a line; lines without a start say nothing. Times are in the zone of the pages. */
record DatesForm(@Nullable List<@Nullable Line> dates) {

    private static final int FEWEST = 4;

    /** More lines than Spring binds are not there to be filled in. */
    private static final int MOST = 100;

    private static final Pattern SERVICE_FIELD = Pattern.compile("performances\\[(\\d+)]\\.(\\w+)");

    record Line(
            @Nullable String startsAt,
            @Nullable String doorsAt,
            @Nullable String onSaleAt) {

        static final Line EMPTY = new Line("", "", "");

        boolean isEmpty() {
            return isBlank(startsAt) && isBlank(doorsAt) && isBlank(onSaleAt);
        }
    }

    /** The lines to show: those that were typed, and a few to go on with. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        if (dates != null) {
            dates.forEach(line -> lines.add(line == null ? Line.EMPTY : line));
        }
        while (lines.size() < FEWEST) {
            lines.add(Line.EMPTY);
        }
        return lines;
    }

    DatesForm withMoreLines() {
        List<@Nullable Line> longer = new ArrayList<>(lines());
        for (int i = 0; i < FEWEST && longer.size() < MOST; i++) {
            longer.add(Line.EMPTY);
        }
        return new DatesForm(longer);
    }

    Map<String, String> validate(Words words) {
        Map<String, String> wrong = new LinkedHashMap<>();
        List<Line> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String field = "dates[" + i + "].";
            if (!line.isEmpty() && isBlank(line.startsAt())) {
                wrong.put(field + "startsAt", words.of("admin.wrong.missing"));
            }
            check(field + "startsAt", line.startsAt(), words, wrong);
            check(field + "doorsAt", line.doorsAt(), words, wrong);
            check(field + "onSaleAt", line.onSaleAt(), words, wrong);
        }
        if (wrong.isEmpty() && lines.stream().allMatch(Line::isEmpty)) {
            wrong.put("dates[0].startsAt", words.of("admin.wrong.missing"));
        }
        return wrong;
    }

    private static void check(String field, @Nullable String typed, Words words, Map<String, String> wrong) {
        try {
            if (!isBlank(typed)) {
                LocalDateTime.parse(typed);
            }
        } catch (DateTimeParseException e) {
            wrong.put(field, words.of("admin.wrong.time"));
        }
    }

    /** Call it only when {@link #validate} finds nothing. */
    EventClient.NewDates toDates(ZoneId zone) {
        return new EventClient.NewDates(filled().stream()
                .map(lines()::get)
                .map(line -> new EventClient.NewDate(
                        at(line.startsAt(), zone), atOrNull(line.doorsAt(), zone), atOrNull(line.onSaleAt(), zone)))
                .toList());
    }

    /** The form's name of a field that the service names, which hears of no empty lines. */
    String formField(String serviceField) {
        Matcher field = SERVICE_FIELD.matcher(serviceField);
        if (!field.matches()) {
            return "dates";
        }
        List<Integer> filled = filled();
        int line = filled.get(Math.min(Integer.parseInt(field.group(1)), filled.size() - 1));
        String name = field.group(2);
        return "dates[" + line + "]." + (name.equals("doorsAt") || name.equals("onSaleAt") ? name : "startsAt");
    }

    private List<Integer> filled() {
        List<Integer> filled = new ArrayList<>();
        List<Line> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                filled.add(i);
            }
        }
        return filled;
    }

    private static boolean isBlank(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }

    private static Instant at(@Nullable String typed, ZoneId zone) {
        return LocalDateTime.parse(typed == null ? "" : typed.strip())
                .atZone(zone)
                .toInstant();
    }

    private static @Nullable Instant atOrNull(@Nullable String typed, ZoneId zone) {
        return isBlank(typed) ? null : at(typed, zone);
    }
}
