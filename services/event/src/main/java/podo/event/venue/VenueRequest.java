package podo.event.venue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import podo.starter.problem.InvalidField;
import podo.starter.text.PersonText;

/** Body of creating a venue. */
record VenueRequest(
        @PersonText(max = 100) String name,

        @Nullable @PersonText(max = 200, optional = true) String address,

        @Size(max = 60) @Nullable String city,

        @NotEmpty @Size(max = 60) List<@NotNull @Valid SectionRequest> sections) {

    private static final int MAX_SEATS = 100_000;

    /** @param firstRow such as {@code 1} or {@code A}; null means {@code 1} */
    record SectionRequest(
            @PersonText(max = 40) String name,

            @NotNull @Min(1) @Max(300) Integer rows,

            @NotNull @Min(1) @Max(300) Integer seatsPerRow,

            @Nullable @Pattern(regexp = "[1-9][0-9]{0,2}|[A-Z]{1,2}")
            String firstRow,

            @Nullable @Size(max = 50) List<@NotNull @Min(1) Integer> aislesAfter,

            @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 20) String> accessible) {

        Section toSection() {
            return new Section(
                    name.strip(),
                    rows,
                    seatsPerRow,
                    firstRow == null ? "1" : firstRow,
                    aislesAfter == null ? List.of() : List.copyOf(aislesAfter),
                    accessible == null ? List.of() : List.copyOf(accessible));
        }
    }

    String addressOrEmpty() {
        return address == null ? "" : address.strip();
    }

    String cityOrEmpty() {
        return city == null ? "" : city.strip();
    }

    List<Section> validSections() {
        return validSections(sections);
    }

    /** The sections, or {@link InvalidField} with every field that contradicts another. */
    static List<Section> validSections(List<SectionRequest> sections) {
        List<Section> all = sections.stream().map(SectionRequest::toSection).toList();
        List<InvalidField.Field> invalid = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Section section = all.get(i);
            String field = "sections[" + i + "].";
            if (!names.add(section.name())) {
                invalid.add(new InvalidField.Field(field + "name", "section-twice", section.name()));
            }
            if (section.aislesAfter().stream().anyMatch(seat -> seat >= section.seatsPerRow())) {
                invalid.add(new InvalidField.Field(field + "aislesAfter", "aisle-outside", section.seatsPerRow()));
            }
            Set<String> rows = new HashSet<>(section.rowNames());
            section.accessible().stream()
                    .filter(place -> !exists(place, rows, section.seatsPerRow()))
                    .findFirst()
                    .ifPresent(
                            place -> invalid.add(new InvalidField.Field(field + "accessible", "no-such-seat", place)));
        }
        if (all.stream().mapToInt(Section::capacity).sum() > MAX_SEATS) {
            invalid.add(new InvalidField.Field("sections", "too-many-seats", MAX_SEATS));
        }
        if (!invalid.isEmpty()) {
            throw new InvalidField(invalid);
        }
        return all;
    }

    private static boolean exists(String place, Set<String> rows, int seatsPerRow) {
        int dash = place.lastIndexOf('-');
        return dash > 0
                && rows.contains(place.substring(0, dash))
                && place.substring(dash + 1).matches("[1-9][0-9]{0,3}")
                && Integer.parseInt(place.substring(dash + 1)) <= seatsPerRow;
    }
}
