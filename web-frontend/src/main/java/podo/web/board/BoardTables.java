package podo.web.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.web.board.BoardTable.Cell;
import podo.web.board.BoardTable.Column;
import podo.web.board.BoardTable.Row;
import podo.web.client.RoomClient.History;
import podo.web.client.RoomClient.MoneyHistory;
import podo.web.client.RoomClient.MoneyPoint;
import podo.web.client.RoomClient.Point;
import podo.web.page.Times;
import podo.web.page.Won;
import podo.web.page.Words;

/** Makes the tables behind the charts. The newest row is the state of the moment, of which no sample was written. */
@Component
class BoardTables {

    /** Five seconds of a quarter of an hour; more points than a phone is wide help nobody. */
    private static final int MOST = 180;

    private static final int GRADE_COLOURS = 5;
    private static final Duration WITHOUT_DATE = Duration.ofHours(12);
    private static final String UNKNOWN = "–";

    private final Words words;
    private final Times times;
    private final Won won;

    BoardTables(Words words, Times times, Won won) {
        this.words = words;
        this.times = times;
        this.won = won;
    }

    List<BoardTable> of(History history, @Nullable MoneyHistory money) {
        List<Point> points = newestFirst(history.samples(), history.now(), Point::at);
        List<BoardTable> tables = new ArrayList<>();
        tables.add(new BoardTable(
                "waiting",
                List.of(line("room.waiting", "brand"), words("board.speed"), words("room.binding")),
                rows(points, Point::at, this::waiting)));
        tables.add(new BoardTable(
                "inside",
                List.of(
                        line("board.inside", "brand"),
                        line("board.held", "warn"),
                        new Column(words.of("board.cap"), "line", false, true)),
                rows(
                        points,
                        Point::at,
                        point -> List.of(number(point.inside()), number(point.held()), number((long) point.cap())))));
        tables.add(counts("sold", points, Point::sold, Function.identity(), true));
        if (!history.areas().isEmpty()) {
            tables.add(counts("areas", points, Point::soldInAreas, Function.identity(), true));
        }
        if (money != null) {
            List<MoneyPoint> sums = newestFirst(money.samples(), money.now(), MoneyPoint::at);
            tables.add(new BoardTable(
                    "money",
                    List.of(line("board.captured", "ok"), line("board.refunded", "bad")),
                    rows(sums, MoneyPoint::at, sum -> List.of(won(sum.captured()), won(sum.refunded())))));
        }
        tables.add(counts("refused", points, Point::refused, this::reason, false));
        tables.add(counts("declined", points, Point::declined, this::code, false));
        return tables;
    }

    private List<Cell> waiting(Point point) {
        String speed = String.format(Locale.ROOT, "%.1f", point.admittedPerSecond());
        return List.of(
                number(point.waiting()),
                new Cell(null, speed),
                new Cell(null, words.known("room.binding." + point.binding(), UNKNOWN)));
    }

    /** One column for each name that some row has: grades and areas as the hall has them, reasons in an order that stays. */
    private BoardTable counts(
            String id,
            List<Point> points,
            Function<Point, Map<String, Long>> counts,
            Function<String, String> label,
            boolean isName) {
        Set<String> names = isName ? new LinkedHashSet<>() : new TreeSet<>();
        points.stream().map(counts).map(Map::keySet).forEach(names::addAll);
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(new Column(label.apply(name), "grade-" + columns.size() % GRADE_COLOURS, isName, false));
        }
        return new BoardTable(
                id,
                columns,
                names.isEmpty()
                        ? List.of()
                        : rows(
                                points,
                                Point::at,
                                point -> names.stream()
                                        .map(name -> number(counts.apply(point)
                                                .getOrDefault(name, isName ? null : Long.valueOf(0))))
                                        .toList()));
    }

    private String reason(String reason) {
        return words.known("room.refused." + reason, reason);
    }

    private String code(String code) {
        return code.isEmpty() ? words.of("board.declined.unnamed") : words.known("board.declined." + code, code);
    }

    private <T> List<Row> rows(List<T> points, Function<T, Instant> time, Function<T, List<Cell>> cells) {
        boolean isLong = Duration.between(time.apply(points.getLast()), time.apply(points.getFirst()))
                        .compareTo(WITHOUT_DATE)
                > 0;
        return points.stream()
                .map(point -> {
                    Instant at = time.apply(point);
                    return new Row(at, isLong ? times.brief(at) : times.clock(at), cells.apply(point));
                })
                .toList();
    }

    private static <T> List<T> newestFirst(List<T> samples, T now, Function<T, Instant> time) {
        List<T> kept = new ArrayList<>(SampleThinning.atMost(MOST - 1, samples, time));
        kept.add(now);
        return kept.reversed();
    }

    private Column line(String key, String tone) {
        return new Column(words.of(key), tone, false, false);
    }

    private Column words(String key) {
        return new Column(words.of(key), null, false, false);
    }

    private static Cell number(@Nullable Long value) {
        return new Cell(value, value == null ? UNKNOWN : String.format(Locale.ROOT, "%,d", value));
    }

    private Cell won(@Nullable Long value) {
        return new Cell(value, value == null ? UNKNOWN : won.of(value));
    }
}
