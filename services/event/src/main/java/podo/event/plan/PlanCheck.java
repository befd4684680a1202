package podo.event.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import podo.event.plan.SeatingPlan.Row;
import podo.event.plan.SeatingPlan.Seat;
import podo.event.plan.SeatingPlan.Section;
import podo.starter.problem.InvalidField;
import podo.starter.text.WrittenText;

/** Finds what is wrong with a plan: names and seats that exist twice, places outside the plan, seats that overlap or have no grade. */
public final class PlanCheck {

    /** A forged plan does not get an answer as long as itself. */
    private static final int MOST = 20;
    /** Plan units from the middle of the hall: a row of 500 seats fits four times. */
    private static final int REACH = 20_000;

    private static final int MAX_NUMBER = 9_999;
    private static final double MAX_CURVE = 100;

    private final String path;
    private final List<InvalidField.Field> wrong = new ArrayList<>();
    private final boolean painted;
    /** Texts of people that were found in order; a plan repeats few of them. */
    private final Set<String> written = new HashSet<>();

    private PlanCheck(SeatingPlan plan, String path) {
        this.path = path;
        this.painted = plan.hasPaintedSeats();
    }

    /**
     * Throws {@link InvalidField} with the first 20 faults of the plan.
     *
     * @param path what the names of fields begin with, such as {@code plan.}; empty when the plan is the whole document
     */
    public static void check(SeatingPlan plan, String path) {
        long seats = plan.seatCount();
        if (seats > SeatingPlan.MAX_SEATS) {
            throw new InvalidField(path + "sections", "too-many-seats", SeatingPlan.MAX_SEATS);
        }
        if (plan.placeCount() > SeatingPlan.MAX_PLACES) {
            throw new InvalidField(path + "areas", "too-many-seats", SeatingPlan.MAX_PLACES);
        }
        if (seats == 0 && plan.areas().isEmpty()) {
            throw new InvalidField(path + "sections", "no-seats");
        }
        PlanCheck check = new PlanCheck(plan, path);
        check.checkSections(plan);
        check.checkAreas(plan);
        for (int i = 0; i < plan.shapes().size(); i++) {
            SeatingPlan.Shape shape = plan.shapes().get(i);
            check.box("shapes[" + i + "]", shape.x(), shape.y(), shape.width(), shape.height());
            check.inside("shapes[" + i + "].rotation", shape.rotation());
        }
        if (check.wrong.isEmpty()) {
            SeatOverlaps.find(PlanSeats.of(plan), MOST)
                    .forEach(pair -> check.add("sections", "seats-overlap", pair.one(), pair.other()));
        }
        if (!check.wrong.isEmpty()) {
            throw new InvalidField(check.wrong);
        }
    }

    private void checkSections(SeatingPlan plan) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < plan.sections().size(); i++) {
            Section section = plan.sections().get(i);
            String field = "sections[" + i + "].";
            if (!names.add(section.name())) {
                add(field + "name", "section-twice", section.name());
            }
            inside(field + "x", section.x());
            inside(field + "y", section.y());
            inside(field + "rotation", section.rotation());
            if (!(Math.abs(section.curve()) <= MAX_CURVE)) {
                add(field + "curve", "out-of-plan", MAX_CURVE);
                continue;
            }
            checkRows(section, field);
        }
    }

    private void checkRows(Section section, String field) {
        SectionBend bend = new SectionBend(section);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < section.rows().size(); i++) {
            Row row = section.rows().get(i);
            String rowField = field + "rows[" + i + "].";
            if (!names.add(row.name())) {
                add(rowField + "name", "row-twice", section.name(), row.name());
            }
            Map<Integer, Integer> numbers = new HashMap<>();
            for (int place = 0; place < row.seats().size(); place++) {
                Seat seat = row.seats().get(place);
                String seatField = rowField + "seats[" + place + "].";
                if (seat.number() < 1 || seat.number() > MAX_NUMBER) {
                    add(seatField + "number", "seat-number", MAX_NUMBER);
                } else if (numbers.put(seat.number(), place) != null) {
                    add(seatField + "number", "seat-twice", section.name(), row.name(), seat.number());
                }
                checkSeat(section, row, seat, seatField, bend);
                if (wrong.size() == MOST) {
                    return;
                }
            }
        }
    }

    private void checkSeat(Section section, Row row, Seat seat, String field, SectionBend bend) {
        if (inside(field + "x", seat.x()) & inside(field + "y", seat.y()) && !bend.reaches(seat)) {
            add(field + "x", "curve-too-strong", section.name(), row.name(), seat.number());
        }
        checkGrade(seat.grade(), field, section.name(), row.name(), seat.number());
        text(field + "view", seat.view(), 100);
    }

    private void checkGrade(@Nullable String grade, String field, String section, String row, int number) {
        if (painted && grade == null) {
            add(field + "grade", "seat-without-grade", section, row, number);
        }
        text(field + "grade", grade, 40);
    }

    private void checkAreas(SeatingPlan plan) {
        Set<String> names = new HashSet<>();
        plan.sections().forEach(section -> names.add(section.name()));
        for (int i = 0; i < plan.areas().size(); i++) {
            SeatingPlan.Area area = plan.areas().get(i);
            String field = "areas[" + i + "]";
            if (!names.add(area.name())) {
                add(field + ".name", "section-twice", area.name());
            }
            box(field, area.x(), area.y(), area.width(), area.height());
            text(field + ".grade", area.grade(), 40);
            if (painted && area.grade() == null) {
                add(field + ".grade", "area-without-grade", area.name());
            }
        }
    }

    private void box(String field, double x, double y, double width, double height) {
        inside(field + ".x", x);
        inside(field + ".y", y);
        if (!(width >= 1 && width <= REACH)) {
            add(field + ".width", "between", 1, REACH);
        }
        if (!(height >= 1 && height <= REACH)) {
            add(field + ".height", "between", 1, REACH);
        }
    }

    /** False for what is no number, too. */
    private boolean inside(String field, double value) {
        boolean inside = Math.abs(value) <= REACH;
        if (!inside) {
            add(field, "out-of-plan", REACH);
        }
        return inside;
    }

    private void text(String field, @Nullable String text, int max) {
        if (text != null && written.add(max + text) && (text.length() > max || !WrittenText.isLegible(text))) {
            add(field, "text", max);
        }
    }

    private void add(String field, String key, Object... args) {
        if (wrong.size() < MOST) {
            wrong.add(new InvalidField.Field(path + field, key, args));
        }
    }
}
