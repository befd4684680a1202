package podo.web.hall;

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
import podo.web.admin.FormProblems;
import podo.web.admin.NumberParser;
import podo.web.client.VenueClient;
import podo.web.page.Words;

/** The venue form with its fields as typed. */
record VenueForm(
        @Nullable String name,
        @Nullable String address,
        @Nullable String city,
        @Nullable List<@Nullable Line> sections) {

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
            return isBlank(name) && isBlank(rows) && isBlank(seatsPerRow);
        }

        /** An aisle that is not a number becomes seat 0, which the service refuses; it is not dropped silently. */
        VenueClient.Section section() {
            return new VenueClient.Section(
                    text(name),
                    NumberParser.of(rows),
                    NumberParser.of(seatsPerRow),
                    isBlank(firstRow) ? null : NumberParser.narrow(firstRow).toUpperCase(Locale.ROOT),
                    split(aisles)
                            .map(seat -> seat.matches("[0-9]{1,4}") ? Integer.parseInt(seat) : 0)
                            .toList(),
                    split(accessible).toList());
        }
    }

    static VenueForm forNewVenue() {
        return new VenueForm("", "", "", List.of(new Line("Floor", "10", "20", "1", "", ""), Line.EMPTY));
    }

    /** The lines of the form, at least one; gaps in the indexes are empty lines. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        if (sections != null) {
            sections.forEach(line -> lines.add(line == null ? Line.EMPTY : line));
        }
        return lines.isEmpty() ? List.of(Line.EMPTY) : lines;
    }

    VenueForm withEmptyLine() {
        List<Line> lines = new ArrayList<>(lines());
        lines.add(Line.EMPTY);
        return new VenueForm(name, address, city, List.copyOf(lines));
    }

    VenueClient.NewVenue venue() {
        return new VenueClient.NewVenue(
                text(name),
                isBlank(address) ? null : text(address),
                isBlank(city) ? null : text(city),
                filled().mapToObj(lines()::get).map(Line::section).toList());
    }

    Map<String, String> validate(Words words) {
        var problems = new FormProblems(words).require("name", name);
        if (filled().findAny().isEmpty()) {
            problems.add("sections", "admin.wrong.no-section");
        }
        filled().forEach(i -> {
            Line line = lines().get(i);
            String field = "sections[" + i + "].";
            problems.require(field + "name", line.name())
                    .require(field + "rows", line.rows())
                    .checkNumber(field + "rows", line.rows())
                    .require(field + "seatsPerRow", line.seatsPerRow())
                    .checkNumber(field + "seatsPerRow", line.seatsPerRow());
        });
        return problems.found();
    }

    /** The form's name of a field that the service names; empty lines were left out of what it received. */
    String formField(String serviceField) {
        Matcher section = SECTION.matcher(serviceField);
        if (!section.matches()) {
            return serviceField;
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
        return Arrays.stream(NumberParser.narrow(list).split("[,\\s]+")).filter(part -> !part.isBlank());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
