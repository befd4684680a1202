package podo.web.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import podo.web.client.ListedEvent;
import podo.web.client.VenueClient;

/** A line of the event form: rows of one section at one price; lines of the same name form one grade. */
record GradeLine(
        @Nullable String name,
        @Nullable String price,
        @Nullable String section,
        @Nullable String fromRow,
        @Nullable String toRow) {

    static final GradeLine EMPTY = new GradeLine("", "", "", "", "");

    private static final List<GradeLine> USUAL = List.of(
            new GradeLine("R", "132,000", "", "", ""),
            new GradeLine("S", "110,000", "", "", ""),
            new GradeLine("A", "88,000", "", "", ""),
            new GradeLine("B", "66,000", "", "", ""));

    /** The grades of a painted plan; else one usual grade per section and area in order, and the last one for further ones. */
    static List<@Nullable GradeLine> usual(VenueClient.Venue venue) {
        List<@Nullable GradeLine> lines = new ArrayList<>();
        for (String painted : venue.paintedGrades()) {
            GradeLine price = USUAL.get(Math.min(lines.size(), USUAL.size() - 1));
            lines.add(new GradeLine(painted, price.price(), "", "", ""));
        }
        if (!lines.isEmpty()) {
            return lines;
        }
        for (String zone : venue.zones()) {
            GradeLine grade = USUAL.get(Math.min(lines.size(), USUAL.size() - 1));
            lines.add(new GradeLine(grade.name(), grade.price(), zone, "", ""));
        }
        return lines;
    }

    static List<@Nullable GradeLine> of(List<ListedEvent.Grade> grades) {
        List<@Nullable GradeLine> lines = new ArrayList<>();
        for (ListedEvent.Grade grade : grades) {
            String price = String.format(Locale.ROOT, "%,d", grade.price());
            if (grade.zones() == null || grade.zones().isEmpty()) {
                lines.add(new GradeLine(grade.name(), price, "", "", ""));
                continue;
            }
            for (ListedEvent.Zone zone : grade.zones()) {
                lines.add(new GradeLine(grade.name(), price, zone.section(), zone.fromRow(), zone.toRow()));
            }
        }
        return lines;
    }

    /** The same line as typed: nothing and an empty field are one. */
    GradeLine normalised() {
        return new GradeLine(text(name), text(price), text(section), text(fromRow), text(toRow));
    }

    String inWords() {
        return Stream.of(name, price, section, fromRow, toRow)
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    boolean isEmpty() {
        return (name == null || name.isBlank()) && (price == null || price.isBlank());
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
