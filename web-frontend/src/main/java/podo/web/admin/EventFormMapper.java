package podo.web.admin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.EventKind;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.label.HoldMinutes;
import podo.web.page.Times;
import podo.web.page.Words;

/** Converts the event form to the event service's format, and the service's field names back to those of the form. */
final class EventFormMapper {

    private static final int HIGHEST_PRICE = 10_000_000;
    private static final String FEE = "\\s*\\d{1,3}\\s*:\\s*\\d{1,3}\\s*%?\\s*";
    private static final Pattern FEES = Pattern.compile(FEE + "([,;]" + FEE + ")*");
    private static final Pattern GRADE =
            Pattern.compile("grades\\[(\\d+)](?:\\.zones\\[(\\d+)])?(?:\\.([a-zA-Z]+))?.*");

    private static final Pattern KIND = Pattern.compile("grades\\[(\\d+)]\\.kinds\\[(\\d+)](?:\\.([a-zA-Z]+))?.*");

    private final EventForm form;

    /** Indexes of each grade's lines in the form. */
    private final Map<String, List<Integer>> grades = new LinkedHashMap<>();

    EventFormMapper(EventForm form) {
        this.form = form;
        List<GradeLine> lines = form.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                grades.computeIfAbsent(text(lines.get(i).name()), name -> new ArrayList<>())
                        .add(i);
            }
        }
    }

    /** Call it only when {@link #validate} finds nothing. */
    EventClient.EventDraft draft(long venueId, TextsForm texts, ZoneId zone) {
        return new EventClient.EventDraft(
                text(form.title()),
                blankToNull(form.description()),
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
                HoldMinutes.toSeconds(form.holdMinutes()),
                blankToNull(form.singleSeatPolicy()),
                fees(),
                kind(),
                NumberParser.of(form.runningMinutes()),
                NumberParser.of(form.minimumAge()),
                at(form.doorsAt(), zone),
                blankToNull(form.notes()),
                handoverAllowed(),
                NumberParser.of(form.handoverEndsHours()),
                texts.toTexts());
    }

    /**
     * All that is wrong without knowing the hall, so that one answer names it; the service has the same rules and decides.
     *
     * @param opened the event as it is, whose start may stay in the past; without a start for a new one
     */
    Map<String, String> validate(EventForm opened, Words words, Times times) {
        var problems = new FormProblems(words)
                .require("title", form.title())
                .require("startsAt", form.startsAt())
                .checkTime("startsAt", form.startsAt())
                .require("onSaleAt", form.onSaleAt())
                .checkTime("onSaleAt", form.onSaleAt())
                .checkTime("lobbyOpensAt", form.lobbyOpensAt())
                .checkTime("salesEndAt", form.salesEndAt())
                .checkTime("doorsAt", form.doorsAt())
                .checkNumber("seatsPerFan", form.seatsPerFan(), 1, 10)
                .checkNumber("admissionPerSecond", form.admissionPerSecond(), 1, 10_000)
                .checkNumber("admissionCap", form.admissionCap(), 1, 1_000_000)
                .checkNumber("extensions", form.extensions(), 0, 5)
                .checkNumber("runningMinutes", form.runningMinutes(), 1, 1440)
                .checkNumber("minimumAge", form.minimumAge(), 0, 21)
                .checkNumber("handoverEndsHours", form.handoverEndsHours(), 0, 720);
        if (HoldMinutes.isWrong(form.holdMinutes())) {
            problems.add("holdMinutes", "admin.wrong.hold-time");
        }
        if (blankToNull(form.kind()) != null && kind() == null) {
            problems.add("kind", "home.filter.wrong-kind");
        }
        if (grades.isEmpty() && !form.hasTooManyLines()) {
            problems.add("grades", "admin.wrong.no-grade");
        }
        String fees = NumberParser.narrow(form.refundFees());
        if (!fees.isEmpty() && !FEES.matcher(fees).matches()) {
            problems.add("refundFees", "admin.wrong.fees");
        } else if (fees().stream().anyMatch(fee -> fee.percent() > 100 || fee.daysBefore() > 365)) {
            problems.add("refundFees", "admin.wrong.fees");
        } else if (!feesRise()) {
            problems.add("refundFees", "admin.wrong.fees-order");
        }
        grades.values().forEach(lines -> lines.forEach(line -> check(line, lines.getFirst(), problems)));
        for (int i = 0; i < form.kindLines().size(); i++) {
            check(form.kindLines().get(i), "ticketKinds[" + i + "].", problems);
        }
        checkOrder(opened, problems, times);
        return problems.found();
    }

    /** A time that can't be read has its problem already and is compared with nothing. */
    private void checkOrder(EventForm opened, FormProblems problems, Times times) {
        ZoneId zone = times.zoneId();
        Instant starts = at(form.startsAt(), zone);
        Instant onSale = at(form.onSaleAt(), zone);
        Instant ends = at(form.salesEndAt(), zone);
        if (starts != null && !starts.isAfter(times.now()) && !opened.startsAtIs(form.startsAt())) {
            problems.add("startsAt", "admin.wrong.over");
        }
        if (isAfter(at(form.lobbyOpensAt(), zone), onSale)) {
            problems.add("lobbyOpensAt", "admin.wrong.lobby-after-sale");
        }
        Instant end = ends == null ? starts : ends;
        if (onSale != null && end != null && !onSale.isBefore(end)) {
            problems.add("onSaleAt", "admin.wrong.sale-after-its-end");
        }
        if (isAfter(ends, starts)) {
            problems.add("salesEndAt", "admin.wrong.after-start");
        }
        if (isAfter(at(form.doorsAt(), zone), starts)) {
            problems.add("doorsAt", "admin.wrong.after-start");
        }
    }

    private static boolean isAfter(@Nullable Instant time, @Nullable Instant other) {
        return time != null && other != null && time.isAfter(other);
    }

    /** Whether each day is named once and the fee does not fall as the show gets closer. */
    private boolean feesRise() {
        List<ListedEvent.Fee> fees = fees().stream()
                .sorted(Comparator.comparingInt(ListedEvent.Fee::daysBefore).reversed())
                .toList();
        return IntStream.range(1, fees.size())
                .allMatch(i -> fees.get(i).daysBefore() < fees.get(i - 1).daysBefore()
                        && fees.get(i).percent() >= fees.get(i - 1).percent());
    }

    private void check(KindLine typed, String field, FormProblems problems) {
        if (typed.isEmpty()) {
            return;
        }
        problems.require(field + "name", typed.name()).require(field + "price", typed.price());
        if (!typed.hasPrice()) {
            problems.add(field + "price", "admin.wrong.kind-price");
        } else if (typed.percent() == null) {
            problems.checkNumber(field + "price", typed.price(), 0, HIGHEST_PRICE);
        } else if (typed.percent() > 100) {
            problems.add(field + "price", "admin.wrong.kind-price");
        }
        if (!grades.keySet().containsAll(typed.gradeNames())) {
            problems.add(field + "grades", "admin.wrong.kind-grade");
        }
    }

    private void check(int line, int first, FormProblems problems) {
        GradeLine typed = form.lines().get(line);
        String field = "grades[" + line + "].";
        problems.require(field + "name", typed.name())
                .require(field + "price", typed.price())
                .checkNumber(field + "price", typed.price(), 0, HIGHEST_PRICE);
        if (!Objects.equals(
                NumberParser.of(typed.price()),
                NumberParser.of(form.lines().get(first).price()))) {
            problems.add(field + "price", "admin.wrong.two-prices");
        }
    }

    /** The form's name of a field that the service names; lines of the same name are zones of one grade there. */
    String formField(String serviceField) {
        Matcher grade = GRADE.matcher(serviceField);
        if (serviceField.equals("holdSeconds")) {
            return "holdMinutes";
        }
        if (serviceField.startsWith("notice.")) {
            return serviceField.equals("notice.note") ? "noteToBuyers" : "freeUntil";
        }
        if (!grade.matches()) {
            return serviceField.startsWith("refundFees") ? "refundFees" : TextsForm.formField(serviceField);
        }
        Matcher kind = KIND.matcher(serviceField);
        if (kind.matches()) {
            return kindField(Integer.parseInt(kind.group(1)), Integer.parseInt(kind.group(2)), kind.group(3));
        }
        List<Integer> lines = grades.values().stream()
                .skip(Integer.parseInt(grade.group(1)))
                .findFirst()
                .orElse(List.of(0));
        int zone = grade.group(2) == null ? 0 : Integer.parseInt(grade.group(2));
        List<Integer> zones = lines.stream()
                .filter(line -> blankToNull(form.lines().get(line).section()) != null)
                .toList();
        if (grade.group(2) != null && zone < zones.size()) {
            zone = lines.indexOf(zones.get(zone));
        }
        String part = grade.group(3) == null || grade.group(3).equals("zones") ? "section" : grade.group(3);
        return "grades[" + lines.get(Math.min(zone, lines.size() - 1)) + "]." + part;
    }

    /** The line of the form that is the n-th kind of this grade. */
    private String kindField(int grade, int number, @Nullable String part) {
        String name = grades.keySet().stream().skip(grade).findFirst().orElse("");
        List<KindLine> lines = form.kindLines();
        int line = IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).isEmpty() && lines.get(i).isOf(name))
                .skip(number)
                .findFirst()
                .orElse(0);
        return "ticketKinds[" + line + "]." + (part == null || part.equals("percent") ? "price" : part);
    }

    private List<ListedEvent.TicketKind> kindsOf(String grade) {
        return form.filledKinds().stream()
                .filter(line -> line.isOf(grade))
                .map(KindLine::toKind)
                .toList();
    }

    /** A line without a section stands for the seats that the plan paints with its grade. */
    private ListedEvent.Grade grade(List<Integer> lines) {
        GradeLine first = form.lines().get(lines.getFirst());
        Integer price = NumberParser.of(first.price());
        return new ListedEvent.Grade(
                text(first.name()),
                price == null ? 0 : price,
                lines.stream()
                        .map(form.lines()::get)
                        .filter(line -> blankToNull(line.section()) != null)
                        .map(line -> new ListedEvent.Zone(
                                text(line.section()), blankToNull(line.fromRow()), blankToNull(line.toRow())))
                        .toList(),
                kindsOf(text(first.name())));
    }

    /** An empty field means that cancelling costs nothing. */
    private List<ListedEvent.Fee> fees() {
        String fees = NumberParser.narrow(form.refundFees());
        return fees.isEmpty()
                ? List.of()
                : Arrays.stream(fees.replaceAll("[\\s%]", "").split("[,;]"))
                        .map(pair -> pair.split(":"))
                        .map(pair -> new ListedEvent.Fee(Integer.parseInt(pair[0]), Integer.parseInt(pair[1])))
                        .toList();
    }

    private @Nullable Boolean handoverAllowed() {
        String chosen = blankToNull(form.handoverAllowed());
        return chosen == null ? null : Boolean.valueOf(chosen);
    }

    private @Nullable EventKind kind() {
        return Arrays.stream(EventKind.values())
                .filter(known -> known.name().equals(form.kind()))
                .findFirst()
                .orElse(null);
    }

    /** Null also for what is no time, which {@link #validate} has named. */
    private static @Nullable Instant at(@Nullable String typed, ZoneId zone) {
        String time = blankToNull(typed);
        try {
            return time == null ? null : LocalDateTime.parse(time).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static @Nullable String blankToNull(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
