package podo.e2e.load;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.Show;
import podo.e2e.storm.AuditCheck;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./podo bench rehearsals [rehearsals=10] [seed=1]} on a stack that is up and that nobody else uses: rehearses as many sales of different
 * shape with scripted fans, one after the other, and counts those that went as predicted. Exit code 1 when more than one of ten did not.
 */
public final class RehearsalsBench {

    private static final int MOST_REHEARSALS = 50;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** What differs from rehearsal to rehearsal. */
    private record Shape(int rows, int fans, String arrival, int seatsPerFan, int absentPercent, int rate, int inside) {

        static Shape of(Random random) {
            return new Shape(
                    2 + random.nextInt(5),
                    40 + random.nextInt(160),
                    random.nextBoolean() ? "RUSH" : "SPREAD",
                    1 + random.nextInt(4),
                    random.nextInt(4) * 10,
                    5 + random.nextInt(30),
                    20 + random.nextInt(180));
        }

        Map<String, Object> plan() {
            return Map.of(
                    "fans", fans,
                    "arrival", arrival,
                    "overSeconds", 60,
                    "seatsPerFan", seatsPerFan,
                    "paySeconds", 30,
                    "absentPercent", absentPercent,
                    "scripted", true);
        }
    }

    private RehearsalsBench() {}

    public static void main(String[] words) throws IOException {
        int rehearsals = Math.clamp(BenchWords.number(words, "rehearsals", 10), 1, MOST_REHEARSALS);
        int seed = BenchWords.number(words, "seed", 1);
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        int within = 0;
        for (int i = 1; i <= rehearsals; i++) {
            Shape shape = Shape.of(random);
            JsonNode measured = play(shape);
            within += measured.path("within").asBoolean() ? 1 : 0;
            rows.add("| %d | %s".formatted(i, row(shape, measured)));
            System.out.println(rows.getLast());
        }
        AuditCheck.awaitNoFindings("after " + rehearsals + " rehearsals");
        write(rehearsals, seed, within, rows);
        System.exit(10 * within >= 9 * rehearsals ? 0 : 1);
    }

    private static JsonNode play(Shape shape) {
        Show show = Show.selling(
                shape.rows,
                10,
                Map.of("admissionPerSecond", shape.rate, "admissionCap", shape.inside, "seatsPerFan", 4));
        Api organiser = Fan.organiser();
        String path = "/api/events/" + show.id() + "/room/rehearsal";
        await().atMost(LONGEST)
                .pollInterval(Duration.ofSeconds(5))
                .until(() ->
                        organiser.post(path, shape.plan()).isOneOf(202, 409).status() == 202);
        await().atMost(LONGEST)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !organiser.get(path).json("state").asString().equals("RUNNING"));
        return organiser.get(path).has(200).json("measured");
    }

    private static String row(Shape shape, JsonNode measured) {
        JsonNode predicted = measured.path("predicted");
        int entered = measured.path("entered").asInt();
        double refused = entered == 0 ? 0 : 100.0 * measured.path("refused").asInt() / entered;
        JsonNode most = measured.path("mostSeconds");
        return "%d, %s, up to %d seats, %d %% absent | %d | %s | %s, **%s** | %s, **%d** | %s, **%.0f** | %s | %s |"
                .formatted(
                        measured.path("fans").asInt(),
                        shape.arrival.toLowerCase(Locale.ROOT),
                        shape.seatsPerFan,
                        shape.absentPercent,
                        measured.path("seats").asInt(),
                        measured.path("end").asString(),
                        range(predicted.path("mostSeconds")),
                        most.isNumber() ? "%.0f".formatted(most.asDouble()) : "not reached",
                        range(predicted.path("entered")),
                        entered,
                        range(predicted.path("refusedPercent")),
                        refused,
                        measured.path("firstFailure").path("step").asString("none"),
                        measured.path("within").asBoolean() ? "within" : "outside");
    }

    private static String range(JsonNode range) {
        return "%.0f (%.0f to %.0f)"
                .formatted(
                        range.path("median").asDouble(),
                        range.path("from").asDouble(),
                        range.path("to").asDouble());
    }

    private static void write(int rehearsals, int seed, int within, List<String> rows) throws IOException {
        String report = """
                # Rehearsals with scripted fans

                `./podo bench rehearsals rehearsals=%d seed=%d`: **%d of %d went as predicted**; %s, %s, %d processors, commit %s. Predicted median and range, measured in bold.

                | | fans | seats | end | seconds until 90 %% are bought | let in | %% of them refused a seat | first call that failed | |
                |--|--|--|--|--|--|--|--|--|
                %s
                """.formatted(
                        rehearsals,
                        seed,
                        within,
                        rehearsals,
                        LocalDate.now(),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        MeasuredCommit.name(),
                        String.join("\n", rows));
        Path file = Path.of("e2e/docs/rehearsals.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, report);
        System.out.println("%d of %d within; written to %s".formatted(within, rehearsals, file));
    }
}
