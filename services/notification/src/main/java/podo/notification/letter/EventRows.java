package podo.notification.letter;

import java.util.ArrayList;
import java.util.List;
import podo.notification.facts.OrderFacts;

/** The rows of a letter about a show: which, when, from when on people are let in, and where. What is not known has no row. */
final class EventRows {

    private EventRows() {}

    /** Can be added to. */
    static List<LetterPage.Row> of(LetterWords words, OrderFacts.BookedEvent event) {
        List<LetterPage.Row> rows = new ArrayList<>();
        add(rows, words.of("row.event"), LetterWords.person(words.title(event)));
        add(rows, words.of("row.time"), words.time(event.startsAt()));
        add(rows, words.of("row.doors"), words.time(event.doorsAt()));
        add(rows, words.of("row.venue"), LetterWords.person(event.venue()));
        return rows;
    }

    private static void add(List<LetterPage.Row> rows, String label, String value) {
        if (!value.isBlank()) {
            rows.add(new LetterPage.Row(label, value));
        }
    }
}
