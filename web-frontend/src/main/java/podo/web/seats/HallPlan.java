package podo.web.seats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stays as it is in a hall: sections, rows, seats in plan order (seq from 1), grades with prices in won. */
record HallPlan(int version, List<Grade> grades, List<String> sections, List<Seat> seats) {

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
        root.get("seats")
                .forEach(seat -> seats.add(new Seat(
                        seat.get(0).asInt(),
                        seat.get(1).asInt(),
                        seat.get(2).asString(),
                        seat.get(3).asInt(),
                        seat.get(4).asInt(),
                        seat.get(5).asInt() == 1,
                        seat.get(5).asInt() == 2)));
        return new HallPlan(root.get("version").asInt(), grades, sections, seats);
    }

    Optional<Seat> seat(int seq) {
        return seq >= 1 && seq <= seats.size() ? Optional.of(seats.get(seq - 1)) : Optional.empty();
    }
}
