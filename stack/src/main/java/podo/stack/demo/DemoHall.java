package podo.stack.demo;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A venue of the demo, in the form that {@code POST /api/venues} takes. */
record DemoHall(String name, String city, String address, List<Map<String, Object>> sections) {
    static final DemoHall ROOFTOP =
            new DemoHall("연남 옥상 Yeonnam Rooftop", "서울", "서울 마포구 동교로 51", List.of(section("옥상", 4, 5)));

    static final DemoHall MOON = new DemoHall(
            "달빛홀 Moonlight Hall",
            "서울",
            "서울 종로구 대학로 12길 31",
            List.of(Map.of(
                    "name",
                    "1층",
                    "rows",
                    15,
                    "seatsPerRow",
                    20,
                    "firstRow",
                    "1",
                    "aislesAfter",
                    List.of(5, 15),
                    "accessible",
                    List.of("15-1", "15-2", "15-19", "15-20"))));

    static final DemoHall THEATRE = new DemoHall(
            "보라극장 Bora Theatre",
            "부산",
            "부산 남구 전포대로 133",
            List.of(section("1층", 20, 30, 10, 20), section("2층", 10, 30, 10, 20)));

    static final DemoHall STADIUM = new DemoHall(
            "한강체육관 Hangang Gymnasium",
            "서울",
            "서울 송파구 올림픽로 25",
            List.of(section("코트석", 6, 40, 20), section("1층", 12, 40, 10, 30), section("2층", 12, 40, 10, 30)));

    static final DemoHall ARENA = new DemoHall(
            "포도 아레나 Podo Arena",
            "서울",
            "서울 송파구 올림픽로 424",
            List.of(
                    section("플로어", 20, 50, 25),
                    section("1층", 20, 100, 25, 50, 75),
                    section("2층", 20, 100, 25, 50, 75)));

    /** Whether this is the venue that an earlier version of the demo may have built under the same name. */
    boolean isSame(JsonNode venue) {
        return venue.path("name").asString().equals(name)
                && venue.path("sections").findValuesAsString("name").equals(sectionNames());
    }

    private List<String> sectionNames() {
        return sections.stream()
                .map(section -> String.valueOf(section.get("name")))
                .toList();
    }

    int capacity() {
        return sections.stream()
                .mapToInt(section -> number(section, "rows") * number(section, "seatsPerRow"))
                .sum();
    }

    Map<String, Object> body() {
        return Map.of("name", name, "city", city, "address", address, "sections", sections);
    }

    private static int number(Map<String, Object> section, String field) {
        return (int) requireNonNull(section.get(field), () -> "a section without " + field);
    }

    private static Map<String, Object> section(String name, int rows, int seats, Integer... aislesAfter) {
        return Map.of(
                "name", name, "rows", rows, "seatsPerRow", seats, "firstRow", "1", "aislesAfter", List.of(aislesAfter));
    }
}
