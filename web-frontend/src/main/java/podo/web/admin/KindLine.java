package podo.web.admin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import podo.web.client.ListedEvent;

/**
 * One kind of ticket of the event form, as typed.
 *
 * @param price whole won, or a percentage of the grade's price
 * @param proof what its holder brings to the door
 * @param grades those that have it, with commas between them; empty for all
 */
record KindLine(
        @Nullable String name,
        @Nullable String price,
        @Nullable String proof,
        @Nullable String grades) {

    static final KindLine EMPTY = new KindLine("", "", "", "");

    private static final Pattern PERCENT = Pattern.compile("\\s*([0-9]{1,3})\\s*%\\s*");

    private record Same(String name, String price, String proof) {}

    /** The kinds of all grades; those that are the same in several grades are one line. */
    static List<@Nullable KindLine> of(List<ListedEvent.Grade> grades) {
        Map<Same, List<String>> lines = new LinkedHashMap<>();
        for (ListedEvent.Grade grade : grades) {
            for (ListedEvent.TicketKind kind : grade.kindsOrNone()) {
                String price =
                        kind.percent() == null ? String.format(Locale.ROOT, "%,d", kind.price()) : kind.percent() + "%";
                lines.computeIfAbsent(new Same(kind.name(), price, text(kind.proof())), none -> new ArrayList<>())
                        .add(grade.name());
            }
        }
        List<@Nullable KindLine> typed = new ArrayList<>();
        lines.forEach((same, names) -> typed.add(new KindLine(
                same.name(),
                same.price(),
                same.proof(),
                names.size() == grades.size() ? "" : String.join(", ", names))));
        return typed;
    }

    /** The same line as typed: nothing and an empty field are one. */
    KindLine normalised() {
        return new KindLine(text(name), text(price), text(proof), text(grades));
    }

    boolean isEmpty() {
        return normalised().equals(EMPTY);
    }

    String inWords() {
        return Stream.of(name, price, proof, grades)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** Null when the price is no percentage. */
    @Nullable
    Integer percent() {
        Matcher percent = PERCENT.matcher(NumberParser.narrow(price));
        return percent.matches() ? Integer.valueOf(percent.group(1)) : null;
    }

    boolean hasPrice() {
        return percent() != null || NumberParser.of(price) != null;
    }

    /** The grades that are named; empty for all. */
    List<String> gradeNames() {
        return Arrays.stream(text(grades).split("[,，]"))
                .map(String::strip)
                .filter(grade -> !grade.isEmpty())
                .toList();
    }

    boolean isOf(String grade) {
        return gradeNames().isEmpty() || gradeNames().contains(grade);
    }

    /** Call it only for a line that {@link #hasPrice}. */
    ListedEvent.TicketKind toKind() {
        Integer won = NumberParser.of(price);
        String note = text(proof);
        return new ListedEvent.TicketKind(
                text(name), won == null ? 0L : won.longValue(), percent(), note.isEmpty() ? null : note);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
