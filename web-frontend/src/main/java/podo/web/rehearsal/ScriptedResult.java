package podo.web.rehearsal;

import java.util.List;

/**
 * What scripted fans met, in words.
 *
 * @param note how the small sale ended
 * @param verdict whether it went as predicted; empty when nothing was played, as {@code rows} and {@code steps} are
 * @param failure what failed first, or that nothing did
 */
record ScriptedResult(String note, String verdict, boolean within, String failure, List<Row> rows, List<Step> steps) {

    record Row(String label, String predicted, String measured) {}

    record Step(String label, String calls, String failures, String usual, String slow) {}
}
