package podo.web.label;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import podo.web.client.ListedEvent;
import podo.web.page.TemplateBean;

/** What an event says in the language of the page; in its own words where it has none in that language. */
@Component("eventTexts")
public class EventTexts implements TemplateBean {

    EventTexts() {}

    public String title(ListedEvent event) {
        String title = inLanguage(event, ListedEvent.Texts::title);
        return title == null ? event.title() : title;
    }

    public @Nullable String description(ListedEvent event) {
        String description = inLanguage(event, ListedEvent.Texts::description);
        return description == null ? event.description() : description;
    }

    public @Nullable String notes(ListedEvent event) {
        String notes = inLanguage(event, ListedEvent.Texts::notes);
        return notes == null ? event.notes() : notes;
    }

    private static @Nullable String inLanguage(ListedEvent event, Function<ListedEvent.Texts, @Nullable String> part) {
        String words = part.apply(event.textsIn(LocaleContextHolder.getLocale().getLanguage()));
        return words == null || words.isBlank() ? null : words;
    }
}
