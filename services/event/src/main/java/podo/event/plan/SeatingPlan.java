package podo.event.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import podo.starter.text.PersonText;

/**
 * A hall as it is drawn, and the document that is exported and imported. Lengths are in plan units, of which ten are the width of a
 * seat; x grows to the right, y away from the stage, angles are degrees clockwise. Beans of the record check names and counts,
 * {@link PlanCheck} everything else.
 *
 * @param version of the hall's plan that was read; ignored when a plan is written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeatingPlan(
        @Nullable Integer version,

        @NotNull @Size(max = 500) List<@NotNull @Valid Section> sections,

        @NotNull @Size(max = 100) List<@NotNull @Valid Area> areas,

        @NotNull @Size(max = 200) List<@NotNull @Valid Shape> shapes) {

    public static final int MAX_SEATS = 50_000;
    public static final int MAX_PLACES = 200_000;

    @SuppressWarnings("ConstantValue") // what a document leaves out is null
    public SeatingPlan {
        sections = sections == null ? List.of() : sections;
        areas = areas == null ? List.of() : areas;
        shapes = shapes == null ? List.of() : shapes;
    }

    /**
     * A block of rows with an origin of its own, around which it is turned.
     *
     * @param x of the origin in the hall
     * @param y of the origin in the hall
     * @param rotation degrees clockwise
     * @param curve 1,000 divided by the radius of the arc that the row at y = 0 forms; 0 for straight rows, positive when the ends of a
     *     row are nearer to the stage than its middle
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Section(
            @PersonText(max = 40) String name,
            double x,
            double y,
            Double rotation,
            Double curve,
            @NotNull @Size(min = 1, max = 300) List<@NotNull @Valid Row> rows) {

        @SuppressWarnings("ConstantValue") // what a document leaves out is null
        public Section {
            rotation = rotation == null ? 0.0 : rotation;
            curve = curve == null ? 0.0 : curve;
        }

        public long seats() {
            return rows.stream().mapToLong(row -> row.seats().size()).sum();
        }
    }

    /** @param seats from left to right, as seen by somebody who looks to the stage */
    public record Row(
            @PersonText(max = 10) String name,
            @NotNull @Size(min = 1, max = 500) List<@NotNull Seat> seats) {}

    /**
     * A seat.
     *
     * @param number written on the seat, 1 to 9,999, once in its row
     * @param x from the section's origin, before the section is curved and turned
     * @param y from the section's origin, likewise
     * @param grade the name of its grade, null when the event decides it by rows
     * @param kind null for an ordinary seat
     * @param view why not all of the stage is seen from here; null for a free view
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Seat(
            int number,
            double x,
            double y,
            @Nullable @PersonText(max = 40, optional = true) String grade,
            @Nullable SeatKind kind,

            @Nullable @PersonText(max = 100, optional = true)
            String view) {

        public Seat {
            grade = grade == null || grade.isEmpty() ? null : grade;
            view = view == null || view.isEmpty() ? null : view;
        }
    }

    /**
     * Room for a number of people without seats.
     *
     * @param x of its left upper corner
     * @param y of its left upper corner
     * @param grade the name of its grade, null when the event decides it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Area(
            @PersonText(max = 40) String name,
            @Min(1) @Max(100_000) int capacity,
            Double x,
            Double y,
            Double width,
            Double height,
            @Nullable @PersonText(max = 40, optional = true) String grade) {

        @SuppressWarnings("ConstantValue") // what a document leaves out is null
        public Area {
            x = x == null ? 0.0 : x;
            y = y == null ? 0.0 : y;
            width = width == null ? 0.0 : width;
            height = height == null ? 0.0 : height;
            grade = grade == null || grade.isEmpty() ? null : grade;
        }
    }

    /**
     * Something that is drawn and nobody buys.
     *
     * @param text written on it; a stage without text is named by the page
     * @param x of its left upper corner before it is turned around its middle
     * @param y of its left upper corner, likewise
     * @param round an ellipse instead of a rectangle
     */
    public record Shape(
            @NotNull ShapeKind kind,
            @Nullable @PersonText(max = 60, optional = true) String text,
            double x,
            double y,
            double width,
            double height,
            Double rotation,
            Boolean round) {

        @SuppressWarnings("ConstantValue")
        public Shape {
            rotation = rotation == null ? 0.0 : rotation;
            round = round != null && round;
        }
    }

    public enum ShapeKind {
        STAGE,
        LABEL,
        ENTRANCE
    }

    public long seatCount() {
        return sections.stream().mapToLong(Section::seats).sum();
    }

    /** Places in all areas. */
    public long placeCount() {
        return areas.stream().mapToLong(Area::capacity).sum();
    }

    public boolean hasPaintedSeats() {
        return seats().anyMatch(seat -> seat.grade() != null);
    }

    /** The names of the grades that are painted, in the order of the plan. */
    public List<String> paintedGrades() {
        return Stream.concat(seats().map(Seat::grade), areas.stream().map(Area::grade))
                .filter(grade -> grade != null)
                .distinct()
                .toList();
    }

    private Stream<Seat> seats() {
        return sections.stream().flatMap(section -> section.rows().stream()).flatMap(row -> row.seats().stream());
    }

    public SeatingPlan withVersion(@Nullable Integer read) {
        return new SeatingPlan(read, sections, areas, shapes);
    }
}
