package podo.web.hall;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import podo.web.admin.NumberParser;
import podo.web.client.VenueClient;

/** The form that generates a section, with its fields as typed. */
record SectionForm(
        @Nullable String name,
        @Nullable String rows,
        @Nullable String seatsPerRow,
        @Nullable String growth,
        @Nullable String firstRow,
        @Nullable String numbering,
        @Nullable String aislesAfter,
        @Nullable String accessible,
        @Nullable String grade,
        @Nullable String x,
        @Nullable String y,
        @Nullable String rotation,
        @Nullable String curve,
        @Nullable String clearLetters) {

    static final SectionForm EMPTY = new SectionForm("", "10", "20", "0", "A", "UP", "", "", "", "", "", "", "", null);

    /** In the order of the form. */
    static final List<String> NUMBERINGS = List.of("UP", "DOWN", "ODD_LEFT", "ODD_RIGHT", "MIDDLE", "ODD", "EVEN");

    private static final Pattern FIELD = Pattern.compile("sections\\[\\d+].*?\\.?([a-zA-Z]+)(?:\\[\\d+])?");

    /** What is no number stays text, which the service refuses at its field. */
    VenueClient.PlacedSection section() {
        return new VenueClient.PlacedSection(
                text(name),
                NumberParser.of(rows),
                NumberParser.of(seatsPerRow),
                orNull(growth),
                text(firstRow).isEmpty() ? null : NumberParser.narrow(firstRow).toUpperCase(Locale.ROOT),
                orNull(numbering),
                split(aislesAfter),
                split(accessible),
                orNull(grade),
                orNull(x),
                orNull(y),
                orNull(rotation),
                orNull(curve),
                clearLetters != null);
    }

    /** The form's name of a field that the service names. */
    String formField(String serviceField) {
        Matcher field = FIELD.matcher(serviceField);
        return field.matches() ? field.group(1) : serviceField;
    }

    private static List<String> split(@Nullable String list) {
        return Arrays.stream(NumberParser.narrow(list).split("[,\\s]+"))
                .filter(part -> !part.isBlank())
                .toList();
    }

    private static @Nullable String orNull(@Nullable String typed) {
        String text = NumberParser.narrow(typed).strip();
        return text.isEmpty() ? null : text;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
