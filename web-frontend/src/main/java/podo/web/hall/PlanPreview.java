package podo.web.hall;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import podo.web.client.ServiceRefusal;
import podo.web.client.VenueClient;
import podo.web.client.VenueClient.Section;

/**
 * The preview of a venue's plan. The event service computes the seats and the script of the fans' map draws them, so that both
 * show the same hall.
 *
 * @param sections those with rows and seats, from the stage
 * @param layout the seats as JSON for the script; null when nothing can be drawn
 * @param wrong what keeps the sections from being drawn
 */
record PlanPreview(List<Section> sections, @Nullable String layout, List<Wrong> wrong) {

    private static final Pattern FIELD = Pattern.compile("sections\\[(\\d+)]\\.(\\w+).*");
    private static final Map<String, String> LABELS = Map.of(
            "name", "tickets.section",
            "rows", "admin.venue.rows",
            "seatsPerRow", "admin.venue.per-row",
            "firstRow", "admin.venue.first",
            "aislesAfter", "admin.venue.aisles",
            "accessible", "admin.venue.accessible");

    /**
     * A field that the service refused.
     *
     * @param section the section's name, empty when all sections together are refused
     * @param label message key of the field's label
     */
    record Wrong(String section, String label, String message) {}

    /** Sections that are only half typed are left out. A refusal is part of the preview, a service that fails is not. */
    static PlanPreview of(List<Section> typed, VenueClient venues) {
        List<Section> sections = typed.stream()
                .filter(section -> !section.name().isEmpty() && rows(section) > 0 && seatsPerRow(section) > 0)
                .toList();
        if (sections.isEmpty()) {
            return new PlanPreview(sections, null, List.of());
        }
        try {
            String layout = venues.drawPlan(new VenueClient.Draft(sections));
            return new PlanPreview(sections, withoutTags(layout), List.of());
        } catch (ServiceRefusal refusal) {
            if (refusal.status() != 400 || refusal.fields().isEmpty()) {
                throw refusal;
            }
            List<Wrong> wrong = refusal.fields().entrySet().stream()
                    .map(field -> wrong(sections, field.getKey(), field.getValue()))
                    .toList();
            return new PlanPreview(List.of(), null, wrong);
        }
    }

    public long seats() {
        return sections.stream()
                .mapToLong(section -> (long) rows(section) * seatsPerRow(section))
                .sum();
    }

    private static Wrong wrong(List<Section> sections, String field, String message) {
        Matcher found = FIELD.matcher(field);
        if (!found.matches()) {
            return new Wrong("", "admin.venue.sections", message);
        }
        String section = sections.get(Integer.parseInt(found.group(1))).name();
        return new Wrong(section, LABELS.getOrDefault(found.group(2), "admin.venue.sections"), message);
    }

    /** JSON that can stand in a script element: a section may be called {@code </script>}. */
    private static String withoutTags(String json) {
        return json.replace("<", "\\u003c");
    }

    private static int rows(Section section) {
        return section.rows() == null ? 0 : section.rows();
    }

    private static int seatsPerRow(Section section) {
        return section.seatsPerRow() == null ? 0 : section.seatsPerRow();
    }
}
