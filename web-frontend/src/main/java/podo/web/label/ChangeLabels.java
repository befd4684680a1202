package podo.web.label;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import podo.contracts.event.ShowChange;
import podo.web.client.ListedEvent;
import podo.web.page.TemplateBean;
import podo.web.page.Times;
import podo.web.page.Words;

/** What was changed about an event, in words. */
@Component("changeLabels")
public class ChangeLabels implements TemplateBean {

    /** One thing that differs: what it is called, and what it is now with what it was. */
    public record Line(String label, String text) {}

    /** Others are of a newer service than these pages. */
    private static final Set<String> KNOWN = Set.of(
            ShowChange.STARTS_AT,
            "title",
            "venue",
            "address",
            "runningMinutes",
            "minimumAge",
            "description",
            ShowChange.DOORS_AT,
            "notes");

    private final Words words;
    private final Times times;
    private final DirectionIsolation bidi;

    ChangeLabels(Words words, Times times, DirectionIsolation bidi) {
        this.words = words;
        this.times = times;
        this.bidi = bidi;
    }

    /** What the page, in its language, shows differently. */
    public List<Line> of(ListedEvent.Change change) {
        return lines(change.fields().stream().filter(ListedEvent.ChangedField::isReadHere));
    }

    private List<Line> lines(Stream<ListedEvent.ChangedField> fields) {
        return fields.filter(field -> KNOWN.contains(field.name()))
                .map(field -> new Line(words.of("changed.field." + field.name()), text(field)))
                .toList();
    }

    /** All of it, in whichever language it reads differently, on one line, with the organiser's words and the end of free cancellation. */
    public String sentence(ListedEvent.Change change) {
        Stream<String> lines = lines(change.fields().stream()).stream()
                .map(line -> words.of("problem.field", line.label(), line.text()));
        Stream<String> note = Stream.ofNullable(change.note()).map(text -> words.of("changed.note", bidi.of(text)));
        Stream<String> free =
                Stream.ofNullable(change.freeUntil()).map(end -> words.of("changed.free", times.full(end)));
        return Stream.of(lines, note, free).flatMap(Function.identity()).collect(Collectors.joining(" · "));
    }

    private String text(ListedEvent.ChangedField field) {
        if (field.before().isEmpty() && field.after().isEmpty()) {
            return words.of("changed.rewritten");
        }
        return words.of("changed.value", value(field.name(), field.before()), value(field.name(), field.after()));
    }

    private String value(String field, String value) {
        if (value.isEmpty()) {
            return words.of("changed.nothing");
        }
        return ShowChange.isTime(field) ? times.full(Instant.parse(value)) : bidi.of(value);
    }
}
