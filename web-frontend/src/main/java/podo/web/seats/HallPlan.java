package podo.web.seats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stays as it is in a hall: sections, rows, seats in plan order (seq from 1), grades with prices in won.
 *
 * @param keptUntil accessible and companion seats are kept until then for those who need them; null when nobody said
 */
record HallPlan(int version, @Nullable Instant keptUntil, List<Grade> grades, List<String> sections, List<Seat> seats) {

    record Grade(String name, long price) {}

    /** @param companion beside an accessible seat, and kept with it for whoever comes along */
    record Seat(int seq, int section, String row, int number, int grade, boolean accessible, boolean companion) {

        boolean isKept() {
            return accessible || companion;
        }
    }

    static HallPlan read(byte[] json, JsonMapper mapper) {
        JsonNode root = mapper.readTree(json);
        List<Grade> grades = new ArrayList<>();
        root.get("grades")
                .forEach(grade -> grades.add(new Grade(
                        grade.get("name").asString(), grade.get("price").asLong())));
        List<String> sections = new ArrayList<>();
        root.get("sections").forEach(section -> sections.add(section.asString()));
        List<Seat> seats = new ArrayList<>();
        // a stadium has 50,000 seats and a hundred names of rows
        Map<String, String> rows = new HashMap<>();
        root.get("seats")
                .forEach(seat -> seats.add(new Seat(
                        seat.get(0).asInt(),
                        seat.get(1).asInt(),
                        rows.computeIfAbsent(seat.get(2).asString(), row -> row),
                        seat.get(3).asInt(),
                        seat.get(4).asInt(),
                        seat.get(5).asInt() == 1,
                        seat.get(5).asInt() == 2)));
        JsonNode kept = root.path("accessibleKeptUntil");
        return new HallPlan(
                root.get("version").asInt(),
                kept.isString() ? Instant.parse(kept.asString()) : null,
                grades,
                sections,
                seats);
    }

    Optional<Seat> seat(int seq) {
        return seq >= 1 && seq <= seats.size() ? Optional.of(seats.get(seq - 1)) : Optional.empty();
    }
}
