package podo.web.admin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import podo.web.calls.VenueClient;
import podo.web.page.Words;

/** A venue as it stands in the form: text, as it was typed. */
record VenueForm(
        @Nullable String name,
        @Nullable String address,
        @Nullable List<@Nullable Line> sections) {

    private static final int MOST = 60;
    private static final Pattern SECTION = Pattern.compile("sections\\[(\\d+)]\\.([a-zA-Z]+).*");

    record Line(
            @Nullable String name,
            @Nullable String rows,
            @Nullable String seatsPerRow,
            @Nullable String firstRow,
            @Nullable String aisles,
            @Nullable String accessible) {

        static final Line EMPTY = new Line("", "", "", "1", "", "");

        boolean isEmpty() {
            return blank(name) && blank(rows) && blank(seatsPerRow);
        }

        /** An aisle that is no number becomes seat 0, so that it is refused and not lost. */
        VenueClient.Section section() {
            return new VenueClient.Section(
                    text(name),
                    NumberParser.of(rows),
                    NumberParser.of(seatsPerRow),
                    blank(firstRow) ? null : text(firstRow).toUpperCase(Locale.ROOT),
                    split(aisles)
                            .map(seat -> seat.matches("\\d{1,4}") ? Integer.parseInt(seat) : 0)
                            .toList(),
                    split(accessible).toList());
        }
    }

    static VenueForm fresh() {
        return new VenueForm("", "", List.of(new Line("Floor", "10", "20", "1", "", ""), Line.EMPTY));
    }

    /** The lines of the form, at least one, without holes. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        if (sections != null) {
            sections.stream().limit(MOST).forEach(line -> lines.add(line == null ? Line.EMPTY : line));
        }
        return lines.isEmpty() ? List.of(Line.EMPTY) : lines;
    }

    VenueForm withOneMore() {
        List<Line> lines = new ArrayList<>(lines());
        lines.add(Line.EMPTY);
        return new VenueForm(name, address, List.copyOf(lines));
    }

    VenueClient.NewVenue venue() {
        return new VenueClient.NewVenue(
                text(name),
                blank(address) ? null : text(address),
                filled().mapToObj(lines()::get).map(Line::section).toList());
    }

    Map<String, String> unclear(Words words) {
        var complaints = new FormProblems(words).needs("name", name);
        if (filled().findAny().isEmpty()) {
            complaints.about("sections", "admin.wrong.no-section");
        }
        filled().forEach(i -> {
            Line line = lines().get(i);
            String field = "sections[" + i + "].";
            complaints
                    .needs(field + "name", line.name())
                    .needs(field + "rows", line.rows())
                    .number(field + "rows", line.rows())
                    .needs(field + "seatsPerRow", line.seatsPerRow())
                    .number(field + "seatsPerRow", line.seatsPerRow());
        });
        return complaints.found();
    }

    /** Where the form has what the service calls by this name: empty lines were left out. */
    String field(String theirs) {
        Matcher section = SECTION.matcher(theirs);
        if (!section.matches()) {
            return theirs;
        }
        int line = filled().skip(Integer.parseInt(section.group(1))).findFirst().orElse(0);
        String part = section.group(2).equals("aislesAfter") ? "aisles" : section.group(2);
        return "sections[" + line + "]." + part;
    }

    private IntStream filled() {
        List<Line> lines = lines();
        return IntStream.range(0, lines.size()).filter(i -> !lines.get(i).isEmpty());
    }

    private static Stream<String> split(@Nullable String list) {
        return Arrays.stream(text(list).split("[,\\s]+")).filter(part -> !part.isBlank());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
