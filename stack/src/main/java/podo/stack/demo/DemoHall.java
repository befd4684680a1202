package podo.stack.demo;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A venue of the demo, in the form that {@code POST /api/venues} takes. */
record DemoHall(
        String name,
        String city,
        String address,
        List<Map<String, Object>> sections,
        List<Map<String, Object>> shapes,
        List<Map<String, Object>> areas) {
    DemoHall(String name, String city, String address, List<Map<String, Object>> sections) {
        this(name, city, address, sections, List.of());
    }

    DemoHall(
            String name,
            String city,
            String address,
            List<Map<String, Object>> sections,
            List<Map<String, Object>> shapes) {
        this(name, city, address, sections, shapes, List.of());
    }

    /** A pit for standing before a balcony. */
    static final DemoHall CLUB = new DemoHall(
            "포도 라이브홀 Podo Live Hall",
            "서울",
            "서울 마포구 와우산로 77",
            List.of(section("2층", 4, 20, 10)),
            List.of(),
            List.of(Map.of("name", "스탠딩", "capacity", 400)));

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

    /** A horseshoe: stalls with a middle aisle, odd numbers left of it, and a balcony around them. */
    static final DemoHall HORSESHOE = new DemoHall(
            "말굽극장 Horseshoe Theatre",
            "대구",
            "대구 중구 동성로 23",
            List.of(
                    placed("1층", 14, 20, 0, -20, 0, 2)
                            .with("firstRow", "A")
                            .with("clearLetters", true)
                            .with("aislesAfter", List.of(10))
                            .with("numbering", "ODD_LEFT")
                            .with("accessible", List.of("P-19", "P-20"))
                            .body(),
                    placed("발코니", 2, 70, 0, 200, 0, 5).body()),
            List.of(
                    shape("STAGE", "", -110, -110, 220, 44),
                    shape("ENTRANCE", "입구", -212, 192, 36, 18),
                    shape("ENTRANCE", "입구", 176, 192, 36, 18)));

    /** An arena in the round: eight blocks turned towards a round stage. */
    static final DemoHall ROUND = new DemoHall(
            "원형무대 Podo in the Round",
            "광주",
            "광주 동구 문화전당로 38",
            IntStream.range(0, 8).mapToObj(DemoHall::blockOfCircle).toList(),
            List.of(shape("STAGE", "", -60, -60, 120, 120, true)));

    private static Map<String, Object> blockOfCircle(int index) {
        double angle = Math.toRadians(index * 45);
        return placed(
                        (index + 1) + "구역",
                        6,
                        8,
                        Math.rint(-110 * Math.sin(angle)),
                        Math.rint(110 * Math.cos(angle)),
                        index * 45,
                        0)
                .with("growth", 1)
                .body();
    }

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

    /** Seats, without places in areas. */
    int seats() {
        return sections.stream()
                .mapToInt(section -> IntStream.range(0, number(section, "rows"))
                        .map(row -> number(section, "seatsPerRow") + row * (int) section.getOrDefault("growth", 0))
                        .sum())
                .sum();
    }

    Map<String, Object> body() {
        Map<String, Object> body = new HashMap<>();
        body.put("name", name);
        body.put("city", city);
        body.put("address", address);
        body.put("sections", sections);
        if (!shapes.isEmpty()) {
            body.put("shapes", shapes);
        }
        if (!areas.isEmpty()) {
            body.put("areas", areas);
        }
        return body;
    }

    private static int number(Map<String, Object> section, String field) {
        return (int) requireNonNull(section.get(field), () -> "a section without " + field);
    }

    private record Placed(Map<String, Object> body) {

        Placed with(String field, Object value) {
            body.put(field, value);
            return this;
        }
    }

    private static Placed placed(String name, int rows, int seats, double x, double y, double rotation, double curve) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", name);
        body.put("rows", rows);
        body.put("seatsPerRow", seats);
        body.put("x", x);
        body.put("y", y);
        body.put("rotation", rotation);
        body.put("curve", curve);
        return new Placed(body);
    }

    private static Map<String, Object> shape(String kind, String text, int x, int y, int width, int height) {
        return shape(kind, text, x, y, width, height, false);
    }

    private static Map<String, Object> shape(
            String kind, String text, int x, int y, int width, int height, boolean round) {
        return Map.of(
                "kind",
                kind,
                "text",
                text,
                "x",
                x,
                "y",
                y,
                "width",
                width,
                "height",
                height,
                "rotation",
                0,
                "round",
                round);
    }

    private static Map<String, Object> section(String name, int rows, int seats, Integer... aislesAfter) {
        return Map.of(
                "name", name, "rows", rows, "seatsPerRow", seats, "firstRow", "1", "aislesAfter", List.of(aislesAfter));
    }
}
