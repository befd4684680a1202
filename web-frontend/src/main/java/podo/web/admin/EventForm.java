package podo.web.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import podo.web.calls.ListedEvent;
import podo.web.calls.VenueClient;
import podo.web.page.Times;

/** An event as it stands in the form: text, as it was typed; times in the zone of the pages. */
record EventForm(
        @Nullable String title,
        @Nullable String description,
        @Nullable String startsAt,
        @Nullable String onSaleAt,
        @Nullable String lobbyOpensAt,
        @Nullable String salesEndAt,
        @Nullable String seatsPerFan,
        @Nullable String admissionPerSecond,
        @Nullable String admissionCap,
        @Nullable String extensions,
        @Nullable String singleSeatPolicy,
        @Nullable String refundFees,
        @Nullable List<@Nullable Line> grades) {

    private static final int MOST = 100;
    private static final long DAY = 86_400;

    /** Rows of one section at one price; several lines of one name are one grade. */
    record Line(
            @Nullable String name,
            @Nullable String price,
            @Nullable String section,
            @Nullable String fromRow,
            @Nullable String toRow) {

        static final Line EMPTY = new Line("", "", "", "", "");

        boolean isEmpty() {
            return (name == null || name.isBlank()) && (price == null || price.isBlank());
        }
    }

    private static final List<Line> USUAL = List.of(
            new Line("R", "132,000", "", "", ""),
            new Line("S", "110,000", "", "", ""),
            new Line("A", "88,000", "", "", ""),
            new Line("B", "66,000", "", "", ""));

    static EventForm fresh(VenueClient.Venue venue, Times times) {
        Instant now = times.now();
        return new EventForm(
                "",
                "",
                times.field(now.plusSeconds(30 * DAY)),
                times.field(now.plusSeconds(DAY)),
                "",
                "",
                "4",
                "50",
                "1000",
                "2",
                "WARN",
                "9:10, 6:20, 2:30, 0:90",
                usual(venue));
    }

    /** A grade for each section, front to back; the last one for all that remain. */
    private static List<Line> usual(VenueClient.Venue venue) {
        List<Line> lines = new ArrayList<>();
        for (VenueClient.Section section : venue.sections()) {
            Line grade = USUAL.get(Math.min(lines.size(), USUAL.size() - 1));
            lines.add(new Line(grade.name(), grade.price(), section.name(), "", ""));
        }
        return lines;
    }

    static EventForm of(ListedEvent show, Times times) {
        List<Line> lines = new ArrayList<>();
        for (ListedEvent.Grade grade : show.grades()) {
            for (ListedEvent.Zone zone : grade.zones() == null ? List.<ListedEvent.Zone>of() : grade.zones()) {
                lines.add(new Line(
                        grade.name(),
                        String.format("%,d", grade.price()),
                        zone.section(),
                        zone.fromRow(),
                        zone.toRow()));
            }
        }
        return new EventForm(
                show.title(),
                show.description(),
                times.field(show.startsAt()),
                times.field(show.onSaleAt()),
                show.lobbyOpensAt() == null ? "" : times.field(show.lobbyOpensAt()),
                show.salesEndAt() == null ? "" : times.field(show.salesEndAt()),
                String.valueOf(show.seatsPerFan()),
                show.admissionPerSecond() == null
                        ? ""
                        : String.valueOf(show.admissionPerSecond().intValue()),
                show.admissionCap() == null ? "" : String.valueOf(show.admissionCap()),
                show.extensions() == null ? "" : String.valueOf(show.extensions()),
                show.singleSeatPolicy(),
                show.refundFees() == null
                        ? ""
                        : show.refundFees().stream()
                                .map(fee -> fee.daysBefore() + ":" + fee.percent())
                                .collect(Collectors.joining(", ")),
                lines);
    }

    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        if (grades != null) {
            grades.stream().limit(MOST).forEach(line -> lines.add(line == null ? Line.EMPTY : line));
        }
        return lines.isEmpty() ? List.of(Line.EMPTY) : lines;
    }

    EventForm withOneMore() {
        List<Line> lines = new ArrayList<>(lines());
        lines.add(Line.EMPTY);
        return new EventForm(
                title,
                description,
                startsAt,
                onSaleAt,
                lobbyOpensAt,
                salesEndAt,
                seatsPerFan,
                admissionPerSecond,
                admissionCap,
                extensions,
                singleSeatPolicy,
                refundFees,
                List.copyOf(lines));
    }
}
