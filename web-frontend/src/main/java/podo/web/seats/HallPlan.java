package podo.web.seats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import podo.web.catalogue.FanPresaleClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One version of an event's seating plan; prices are whole won.
 *
 * @param accessibleUntil until when accessible and companion seats are reserved for fans who need them; null when unknown
 * @param seats in plan order, their seq counts from 1
 * @param areas in plan order
 */
record HallPlan(
        int version,
        @Nullable Instant accessibleUntil,
        List<Grade> grades,
        List<String> sections,
        List<Seat> seats,
        List<Area> areas) {

    /** A standing area; {@code grade} is an index, {@code capacity} the number of its places. */
    record Area(long id, String name, int grade, int capacity) {}

    record Grade(String name, long price) {}

    /**
     * @param companion a seat beside an accessible one, reserved together with it
     * @param view why not all of the stage is seen from it; null for a free view
     */
    record Seat(
            int seq,
            int section,
            String row,
            int number,
            int grade,
            boolean accessible,
            boolean companion,
            @Nullable String view) {

        boolean isReserved() {
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
        // shares the row names: a stadium has 50,000 seats and about 100 names
        Map<String, String> rows = new HashMap<>();
        Map<Integer, String> views = new HashMap<>();
        root.path("views")
                .forEach(view -> views.put(view.get(0).asInt(), view.get(1).asString()));
        root.get("seats")
                .forEach(seat -> seats.add(new Seat(
                        seat.get(0).asInt(),
                        seat.get(1).asInt(),
                        rows.computeIfAbsent(seat.get(2).asString(), row -> row),
                        seat.get(3).asInt(),
                        seat.get(4).asInt(),
                        seat.get(5).asInt() == 1,
                        seat.get(5).asInt() == 2,
                        views.get(seat.get(0).asInt()))));
        List<Area> areas = new ArrayList<>();
        root.path("areas")
                .forEach(area -> areas.add(new Area(
                        area.get(0).asLong(),
                        area.get(1).asString(),
                        area.get(2).asInt(),
                        area.get(3).asInt())));
        JsonNode accessibleUntil = root.path("accessibleKeptUntil");
        return new HallPlan(
                root.get("version").asInt(),
                accessibleUntil.isString() ? Instant.parse(accessibleUntil.asString()) : null,
                grades,
                sections,
                seats,
                areas);
    }

    /** Indexes of the grades that a presale leaves closed; none without one. */
    Set<Integer> gradesClosedBy(FanPresaleClient.@Nullable Presale presale) {
        return IntStream.range(0, grades.size())
                .filter(i -> presale != null && !presale.opens(grades.get(i).name()))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Optional<Seat> seat(int seq) {
        return seq >= 1 && seq <= seats.size() ? Optional.of(seats.get(seq - 1)) : Optional.empty();
    }
}
