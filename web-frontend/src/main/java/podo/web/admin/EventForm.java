package podo.web.admin;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import podo.web.client.ListedEvent;
import podo.web.client.VenueClient;
import podo.web.label.HoldMinutes;
import podo.web.page.Times;

/** The event form with its fields as typed; times are in the zone of {@link podo.web.page.PageSettings}. */
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
        @Nullable String holdMinutes,
        @Nullable String singleSeatPolicy,
        @Nullable String refundFees,
        @Nullable String kind,
        @Nullable String runningMinutes,
        @Nullable String minimumAge,
        @Nullable String doorsAt,
        @Nullable String notes,
        @Nullable String handoverAllowed,
        @Nullable String handoverEndsHours,
        @Nullable List<@Nullable GradeLine> grades,
        @Nullable List<@Nullable KindLine> ticketKinds) {

    /** More lines do not fit the form, which then leaves the grades as they are. */
    private static final int MAX_LINES = 100;

    static final Set<String> POLICIES = Set.of("OFF", "WARN", "FORBID");
    private static final LocalTime USUAL_START = LocalTime.of(19, 30);
    private static final LocalTime USUAL_SALE = LocalTime.of(20, 0);

    /** A form without any field, from which a new event starts. */
    static final EventForm EMPTY = new EventForm(
            "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", List.of(), List.of());

    static EventForm forNewEvent(VenueClient.Venue venue, Times times) {
        return new EventForm(
                "",
                "",
                times.field(times.inDays(30, USUAL_START)),
                times.field(times.inDays(1, USUAL_SALE)),
                "",
                "",
                "4",
                "50",
                "1000",
                "2",
                "",
                "WARN",
                "9:10, 6:20, 2:30, 0:90",
                "OTHER",
                "",
                "",
                "",
                "",
                "true",
                "0",
                GradeLine.usual(venue),
                List.of());
    }

    static EventForm of(ListedEvent event, Times times) {
        List<@Nullable GradeLine> lines = GradeLine.of(event.grades());
        return new EventForm(
                event.title(),
                event.description(),
                times.field(event.startsAt()),
                times.field(event.onSaleAt()),
                event.lobbyOpensAt() == null ? "" : times.field(event.lobbyOpensAt()),
                event.salesEndAt() == null ? "" : times.field(event.salesEndAt()),
                String.valueOf(event.seatsPerFan()),
                event.admissionPerSecond() == null
                        ? ""
                        : String.valueOf(event.admissionPerSecond().intValue()),
                event.admissionCap() == null ? "" : String.valueOf(event.admissionCap()),
                event.extensions() == null ? "" : String.valueOf(event.extensions()),
                HoldMinutes.of(event.holdSeconds()),
                event.singleSeatPolicy(),
                event.refundFees() == null
                        ? ""
                        : event.refundFees().stream()
                                .map(fee -> fee.daysBefore() + ":" + fee.percent())
                                .collect(Collectors.joining(", ")),
                event.kind() == null ? "" : event.kind().name(),
                event.runningMinutes() == null ? "" : String.valueOf(event.runningMinutes()),
                event.minimumAge() == null ? "" : String.valueOf(event.minimumAge()),
                event.doorsAt() == null ? "" : times.field(event.doorsAt()),
                event.notes(),
                String.valueOf(!Boolean.FALSE.equals(event.handoverAllowed())),
                event.handoverEndsHours() == null ? "" : String.valueOf(event.handoverEndsHours()),
                lines.size() > MAX_LINES ? null : lines,
                KindLine.of(event.grades()));
    }

    /** Fields that the request does not have are as they were when the form was opened. */
    EventForm filledFrom(EventForm opened) {
        return new EventForm(
                orElse(title, opened.title),
                orElse(description, opened.description),
                orElse(startsAt, opened.startsAt),
                orElse(onSaleAt, opened.onSaleAt),
                orElse(lobbyOpensAt, opened.lobbyOpensAt),
                orElse(salesEndAt, opened.salesEndAt),
                orElse(seatsPerFan, opened.seatsPerFan),
                orElse(admissionPerSecond, opened.admissionPerSecond),
                orElse(admissionCap, opened.admissionCap),
                orElse(extensions, opened.extensions),
                orElse(holdMinutes, opened.holdMinutes),
                orElse(singleSeatPolicy, opened.singleSeatPolicy),
                orElse(refundFees, opened.refundFees),
                orElse(kind, opened.kind),
                orElse(runningMinutes, opened.runningMinutes),
                orElse(minimumAge, opened.minimumAge),
                orElse(doorsAt, opened.doorsAt),
                orElse(notes, opened.notes),
                orElse(handoverAllowed, opened.handoverAllowed),
                orElse(handoverEndsHours, opened.handoverEndsHours),
                opened.grades == null || grades == null ? opened.grades : grades,
                opened.grades == null || ticketKinds == null ? opened.ticketKinds : ticketKinds);
    }

    private static @Nullable String orElse(@Nullable String typed, @Nullable String opened) {
        return typed == null ? opened : typed;
    }

    boolean startsAtIs(@Nullable String other) {
        return Objects.equals(startsAt, other);
    }

    /** Whether the policy is of a newer service than these pages. */
    public boolean hasUnknownPolicy() {
        return singleSeatPolicy != null && !singleSeatPolicy.isBlank() && !POLICIES.contains(singleSeatPolicy);
    }

    /** Whether the event has more price lines than the form shows. */
    public boolean hasTooManyLines() {
        return grades == null;
    }

    /** The lines of the form, at least one unless there are too many; gaps in the indexes are empty lines. */
    public List<GradeLine> lines() {
        List<GradeLine> lines = new ArrayList<>();
        if (grades != null) {
            grades.forEach(line -> lines.add(line == null ? GradeLine.EMPTY : line));
        }
        return lines.isEmpty() && grades != null ? List.of(GradeLine.EMPTY) : lines;
    }

    /** The lines that say something, for comparing two forms. */
    List<GradeLine> filledLines() {
        return lines().stream()
                .filter(line -> !line.isEmpty())
                .map(GradeLine::normalised)
                .toList();
    }

    /** The kinds of ticket as the form shows them; gaps in the indexes are empty lines. */
    public List<KindLine> kindLines() {
        return ticketKinds == null
                ? List.of()
                : ticketKinds.stream()
                        .map(line -> line == null ? KindLine.EMPTY : line)
                        .toList();
    }

    /** The kinds that say something, for comparing two forms. */
    List<KindLine> filledKinds() {
        return kindLines().stream()
                .filter(line -> !line.isEmpty())
                .map(KindLine::normalised)
                .toList();
    }

    EventForm withEmptyLine() {
        List<@Nullable GradeLine> longer = new ArrayList<>(lines());
        longer.add(GradeLine.EMPTY);
        return with(longer, ticketKinds);
    }

    EventForm withEmptyKind() {
        List<@Nullable KindLine> longer = new ArrayList<>(kindLines());
        longer.add(KindLine.EMPTY);
        return with(grades, longer);
    }

    private EventForm with(@Nullable List<@Nullable GradeLine> lines, @Nullable List<@Nullable KindLine> kinds) {
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
                holdMinutes,
                singleSeatPolicy,
                refundFees,
                kind,
                runningMinutes,
                minimumAge,
                doorsAt,
                notes,
                handoverAllowed,
                handoverEndsHours,
                lines,
                kinds);
    }
}
