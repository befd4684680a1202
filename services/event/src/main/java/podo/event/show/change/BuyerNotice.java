package podo.event.show.change;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.ShowChange;
import podo.event.show.terms.EventRequest;
import podo.event.show.terms.Terms;
import podo.event.show.terms.Texts;
import podo.starter.problem.InvalidField;

/**
 * What buyers are told about a change beside what differs.
 *
 * @param freeUntil until when they can cancel without a fee; null without such a time
 */
public record BuyerNotice(@Nullable String note, @Nullable Instant freeUntil) {

    /** Of the pages. */
    private static final List<String> LANGUAGES = List.of("ko", "en");

    private static final Duration FREE = Duration.ofDays(7);
    private static final Duration SHORTEST_FREE = Duration.ofDays(1);

    /** The venue as an event shows it. */
    public record ShownVenue(String name, String address) {}

    /**
     * Without a wish of the organiser, a moved start gives a week, at most until the show begins. Throws {@link InvalidField} for less than a
     * day, unless the show begins before, and for a time after the start.
     */
    public static BuyerNotice of(EventRequest.@Nullable Notice wish, Terms next, Terms previous, Instant now) {
        String note = wish == null || wish.note() == null || wish.note().isBlank()
                ? null
                : wish.note().strip();
        Instant freeUntil = wish == null ? null : wish.freeUntil();
        if (freeUntil == null) {
            boolean moved = !next.startsAt().equals(previous.startsAt());
            return new BuyerNotice(note, moved ? earlier(now.plus(FREE), next.startsAt()) : null);
        }
        if (freeUntil.isAfter(next.startsAt())) {
            throw new InvalidField("notice.freeUntil", "free-after-start");
        }
        if (freeUntil.isBefore(earlier(now.plus(SHORTEST_FREE), next.startsAt()))) {
            throw new InvalidField("notice.freeUntil", "free-too-short");
        }
        return new BuyerNotice(note, freeUntil);
    }

    /** What is told about a change from one state to the next, in the order in which buyers read it. */
    public ShowChange about(Terms before, ShownVenue was, Terms after, ShownVenue is, Instant at) {
        List<ShowChange.Field> fields = new ArrayList<>();
        add(fields, ShowChange.STARTS_AT, before.startsAt(), after.startsAt());
        add(fields, ShowChange.DOORS_AT, before.facts().doorsAt(), after.facts().doorsAt());
        addWords(fields, "title", before, after, Terms::title, Texts::title);
        add(fields, "venue", was.name(), is.name());
        add(fields, "address", was.address(), is.address());
        add(
                fields,
                "runningMinutes",
                before.facts().runningMinutes(),
                after.facts().runningMinutes());
        add(fields, "minimumAge", before.facts().minimumAge(), after.facts().minimumAge());
        addWords(fields, "notes", before, after, terms -> terms.facts().notes(), Texts::notes);
        addWords(fields, "description", before, after, Terms::description, Texts::description);
        return new ShowChange(at, fields, note, freeUntil);
    }

    /** A text is told to those whose language of the pages shows another one than before; a long one is not repeated. */
    private static void addWords(
            List<ShowChange.Field> fields,
            String name,
            Terms before,
            Terms after,
            Function<Terms, @Nullable String> own,
            Function<Texts, @Nullable String> part) {
        List<String> read = LANGUAGES.stream()
                .filter(language ->
                        !Objects.equals(shown(before, language, own, part), shown(after, language, own, part)))
                .toList();
        if (read.isEmpty()) {
            return;
        }
        List<String> languages = read.size() == LANGUAGES.size() ? null : read;
        String was = Objects.toString(own.apply(before), "");
        String is = Objects.toString(own.apply(after), "");
        boolean isRepeated = name.equals("title") && !was.equals(is);
        fields.add(new ShowChange.Field(name, isRepeated ? was : "", isRepeated ? is : "", languages));
    }

    private static @Nullable String shown(
            Terms terms,
            String language,
            Function<Terms, @Nullable String> own,
            Function<Texts, @Nullable String> part) {
        return terms.texts().stream()
                .filter(texts -> texts.language().equals(language))
                .map(part)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> own.apply(terms));
    }

    private static void add(
            List<ShowChange.Field> fields, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(new ShowChange.Field(name, Objects.toString(before, ""), Objects.toString(after, "")));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
