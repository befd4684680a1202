package podo.event.show.terms;

import org.jspecify.annotations.Nullable;

/**
 * What an event says in one language of the pages. What is null is said in the event's own words.
 *
 * @param language of the pages, such as {@code en}
 */
public record Texts(
        String language,
        @Nullable String title,
        @Nullable String description,
        @Nullable String notes) {

    boolean isEmpty() {
        return title == null && description == null && notes == null;
    }
}
