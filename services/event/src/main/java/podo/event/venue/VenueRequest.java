package podo.event.venue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import podo.event.plan.Numbering;
import podo.event.plan.PlanCheck;
import podo.event.plan.PlanSeats;
import podo.event.plan.SeatingPlan;
import podo.event.plan.SeatingPlan.Area;
import podo.event.plan.SeatingPlan.Shape;
import podo.event.plan.SectionSketch;
import podo.event.plan.SketchedPlan;
import podo.starter.problem.InvalidField;
import podo.starter.text.PersonText;

/**
 * Body of creating and changing a venue: either sections, from which seats are generated, or a whole plan.
 *
 * @param areas beside the sections or instead of them, likewise shapes; a whole plan has its own; one without a place stands before the
 *     seats
 * @param version of the plan that was changed; another one meanwhile is 409; null does not ask
 */
record VenueRequest(
        @PersonText(max = 100) String name,

        @Nullable @PersonText(max = 200, optional = true) String address,

        @Size(max = 60) @Nullable String city,

        @Nullable @Size(min = 1, max = 60) List<@NotNull @Valid SectionRequest> sections,

        @Nullable @Size(max = 100) List<@NotNull @Valid Area> areas,

        @Nullable @Size(max = 200) List<@NotNull @Valid Shape> shapes,

        @Nullable @Valid SeatingPlan plan,

        @Nullable Integer version) {

    private static final int MAX_SEATS = 100_000;

    /**
     * A section by its counts. With a place, rotation or curve it stands there; without, behind the one before it.
     *
     * @param firstRow such as {@code 1} or {@code A}; null means {@code 1}
     * @param aislesAfter how many seats from the left of the first row an aisle follows
     * @param growth how many seats each row has more than the one before it; only with a place
     * @param clearLetters whether row names skip I and O
     */
    record SectionRequest(
            @PersonText(max = 40) String name,

            @NotNull @Min(1) @Max(300) Integer rows,

            @NotNull @Min(1) @Max(300) Integer seatsPerRow,

            @Nullable @Pattern(regexp = "[1-9][0-9]{0,2}|[A-Z]{1,2}")
            String firstRow,

            @Nullable @Size(max = 50) List<@NotNull @Min(1) Integer> aislesAfter,

            @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 20) String> accessible,

            @Nullable @Min(-5) @Max(5) Integer growth,

            @Nullable Boolean clearLetters,

            @Nullable Numbering numbering,

            @Nullable @PersonText(max = 40, optional = true) String grade,

            @Nullable Double x,

            @Nullable Double y,

            @Nullable Double rotation,

            @Nullable Double curve) {

        SectionSketch toSketch() {
            SectionSketch.Place place = x == null && y == null && rotation == null && curve == null
                    ? null
                    : new SectionSketch.Place(zero(x), zero(y), zero(rotation), zero(curve));
            return new SectionSketch(
                    name.strip(),
                    rows,
                    seatsPerRow,
                    growth == null || place == null ? 0 : growth,
                    firstRow == null ? "1" : firstRow,
                    clearLetters != null && clearLetters,
                    aislesAfter == null ? List.of() : List.copyOf(aislesAfter),
                    accessible == null ? List.of() : List.copyOf(accessible),
                    numbering == null ? Numbering.UP : numbering,
                    grade == null || grade.isEmpty() ? null : grade,
                    place);
        }

        private static double zero(@Nullable Double value) {
            return value == null ? 0 : value;
        }
    }

    Venue.Naming naming() {
        return new Venue.Naming(name.strip(), address == null ? "" : address.strip(), city == null ? "" : city.strip());
    }

    /** The plan without faults, or {@link InvalidField}. */
    SeatingPlan validPlan() {
        if (plan != null) {
            PlanCheck.check(plan, "plan.");
            return plan.withVersion(null);
        }
        if (sections == null && areas == null) {
            throw new InvalidField("sections", "no-seats");
        }
        SeatingPlan generated = validPlan(sections == null ? List.of() : sections);
        if (areas == null && shapes == null) {
            return generated;
        }
        SeatingPlan drawn = new SeatingPlan(
                null,
                generated.sections(),
                areas == null ? List.of() : AreaPlacement.place(areas, PlanSeats.of(generated)),
                shapes == null ? List.of() : shapes);
        PlanCheck.check(drawn, "");
        return drawn;
    }

    /** The plan of the sections, or {@link InvalidField} with every field that contradicts another. */
    static SeatingPlan validPlan(List<SectionRequest> sections) {
        List<SectionSketch> all = sketches(sections);
        SeatingPlan plan = SketchedPlan.of(all, List.of());
        if (all.stream().anyMatch(section -> section.place() != null || section.grade() != null)) {
            PlanCheck.check(plan, "");
        }
        return plan;
    }

    /** What the sections are generated from, or {@link InvalidField} with every field that contradicts another. */
    static List<SectionSketch> sketches(List<SectionRequest> sections) {
        List<SectionSketch> all =
                sections.stream().map(SectionRequest::toSketch).toList();
        List<InvalidField.Field> invalid = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            SectionSketch section = all.get(i);
            String field = "sections[" + i + "].";
            if (!names.add(section.name())) {
                invalid.add(new InvalidField.Field(field + "name", "section-twice", section.name()));
            }
            if (section.aislesAfter().stream().anyMatch(seat -> seat >= section.seatsPerRow())) {
                invalid.add(new InvalidField.Field(field + "aislesAfter", "aisle-outside", section.seatsPerRow()));
            }
            Set<String> seats = section.accessible().isEmpty() ? Set.of() : section.labels();
            section.accessible().stream()
                    .filter(place -> !seats.contains(place))
                    .findFirst()
                    .ifPresent(
                            place -> invalid.add(new InvalidField.Field(field + "accessible", "no-such-seat", place)));
        }
        if (all.stream().mapToInt(SectionSketch::capacity).sum() > MAX_SEATS) {
            invalid.add(new InvalidField.Field("sections", "too-many-seats", MAX_SEATS));
        }
        if (!invalid.isEmpty()) {
            throw new InvalidField(invalid);
        }
        return all;
    }
}
