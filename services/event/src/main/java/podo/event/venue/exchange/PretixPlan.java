package podo.event.venue.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import podo.event.plan.SeatingPlan;
import podo.event.plan.SeatingPlan.ShapeKind;
import podo.starter.problem.InvalidField;
import podo.starter.text.WrittenText;
import tools.jackson.databind.JsonNode;

/**
 * Reads pretix's seating plans: zones become sections, categories grades, areas shapes. Positions add up from zone to row to seat, in
 * pixels; they are scaled so that most seats of a row are a seat's width apart. Numbers of seats are whole numbers here: a seat
 * numbered otherwise gets its place in the row, when no seat of the row has a number.
 */
final class PretixPlan {

    private static final double SEAT_WIDTH = 10;

    private PretixPlan() {}

    /** Throws {@link InvalidField} that names the zone, row or seat that can't be read. */
    static SeatingPlan read(JsonNode root) {
        List<JsonNode> zones = root.path("zones").valueStream().toList();
        double scale = SEAT_WIDTH / commonPitch(zones);
        List<SeatingPlan.Section> sections = new ArrayList<>();
        List<SeatingPlan.Shape> shapes = new ArrayList<>();
        for (int i = 0; i < zones.size(); i++) {
            JsonNode zone = zones.get(i);
            Map<String, List<SeatingPlan.Seat>> rows = rows(zone, "zones[" + i + "]", scale);
            if (!rows.isEmpty()) {
                String name = WrittenText.normalise(zone.path("name").asString(""));
                sections.add(CentredSection.of(name.isEmpty() ? String.valueOf(i + 1) : name, rows));
            }
            zone.path("areas").forEach(area -> shapes.add(shape(area, zone, scale)));
        }
        return new SeatingPlan(null, sections, List.of(), shapes);
    }

    private static Map<String, List<SeatingPlan.Seat>> rows(JsonNode zone, String field, double scale) {
        Map<String, List<SeatingPlan.Seat>> rows = new LinkedHashMap<>();
        int index = 0;
        for (JsonNode row : zone.path("rows")) {
            String rowField = field + ".rows[" + index + "]";
            index++;
            String typed = WrittenText.normalise(row.path("row_number").asString(""));
            String name = typed.isEmpty() ? String.valueOf(index) : typed;
            List<JsonNode> seats = row.path("seats").valueStream().toList();
            boolean numbered = seats.stream().anyMatch(seat -> number(seat) > 0);
            for (int i = 0; i < seats.size(); i++) {
                int number = numbered ? number(seats.get(i)) : i + 1;
                if (number == 0) {
                    throw new InvalidField(rowField + ".seats[" + i + "].seat_number", "pretix-number");
                }
                rows.computeIfAbsent(name, any -> new ArrayList<>())
                        .add(seat(seats.get(i), number, x(zone) + x(row), y(zone) + y(row), scale));
            }
        }
        return rows;
    }

    private static SeatingPlan.Seat seat(JsonNode seat, int number, double x, double y, double scale) {
        return new SeatingPlan.Seat(
                number,
                Math.rint((x + x(seat)) * scale),
                Math.rint((y + y(seat)) * scale),
                WrittenText.normalise(seat.path("category").asString("")),
                null,
                null);
    }

    /** 0 when it is not written in digits. */
    private static int number(JsonNode seat) {
        String written = seat.path("seat_number").asString("").strip();
        return written.matches("[0-9]{1,4}") ? Integer.parseInt(written) : 0;
    }

    private static SeatingPlan.Shape shape(JsonNode area, JsonNode zone, double scale) {
        String text = area.path("text").isObject()
                ? area.path("text").path("text").asString("")
                : area.path("text").asString("");
        JsonNode size = area.has("rectangle") ? area.path("rectangle") : area;
        return new SeatingPlan.Shape(
                text.toLowerCase(Locale.ROOT).contains("stage") ? ShapeKind.STAGE : ShapeKind.LABEL,
                WrittenText.normalise(text),
                Math.rint((x(zone) + x(area)) * scale),
                Math.rint((y(zone) + y(area)) * scale),
                Math.max(1, Math.rint(size.path("width").asDouble(0) * scale)),
                Math.max(1, Math.rint(size.path("height").asDouble(0) * scale)),
                area.path("rotation").asDouble(0),
                false);
    }

    /** The distance of two seats beside each other that is the most frequent. */
    private static double commonPitch(List<JsonNode> zones) {
        Map<Long, Integer> counts = new LinkedHashMap<>();
        for (JsonNode zone : zones) {
            for (JsonNode row : zone.path("rows")) {
                List<JsonNode> seats = row.path("seats").valueStream().toList();
                for (int i = 1; i < seats.size(); i++) {
                    double pitch =
                            Math.hypot(x(seats.get(i)) - x(seats.get(i - 1)), y(seats.get(i)) - y(seats.get(i - 1)));
                    counts.merge(Math.round(pitch), 1, Integer::sum);
                }
            }
        }
        counts.remove(0L);
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> (double) most.getKey())
                .orElse(SEAT_WIDTH);
    }

    private static double x(JsonNode node) {
        return node.path("position").path("x").asDouble(0);
    }

    private static double y(JsonNode node) {
        return node.path("position").path("y").asDouble(0);
    }
}
