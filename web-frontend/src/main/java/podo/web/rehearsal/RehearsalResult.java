package podo.web.rehearsal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a rehearsal in words.
 *
 * @param headline the recommended setting and what it brings
 * @param bound what decided longest, and {@code means} what can be done about it
 * @param first what happened first, the earliest first
 * @param rows the figures of today beside those that are recommended
 * @param hold the recommended hold time in words
 * @param charts for the drawing, as tables
 * @param scripted what scripted fans met, null without them
 * @param differs whether the recommended rate, cap or hold time is another than today's
 */
record RehearsalResult(
        String headline,
        String bound,
        String means,
        List<String> first,
        List<Row> rows,
        String hold,
        List<Chart> charts,
        @Nullable ScriptedResult scripted,
        RehearsalClient.Setting setting,
        boolean differs) {

    record Row(String label, String now, String recommended) {}

    /** @param id as in the keys of its texts */
    record Chart(String id, List<Line> lines, List<Point> points) {}

    /** @param tone the name of a colour in the stylesheet's tokens */
    record Line(String label, String tone) {}

    /** @param millis since the sale has opened, {@code time} in words */
    record Point(long millis, String time, List<Integer> values) {}
}
