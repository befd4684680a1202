package podo.web.catalogue;

import org.springframework.stereotype.Component;
import podo.web.calls.ListedEvent;
import podo.web.page.ForTemplates;
import podo.web.page.Times;
import podo.web.page.Words;

/** An event's state in words and in a tone of colour. */
@Component("statuses")
public class Statuses implements ForTemplates {

    private final Words words;
    private final Times times;

    Statuses(Words words, Times times) {
        this.words = words;
        this.times = times;
    }

    public String words(ListedEvent show) {
        String key = "status."
                + show.status().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return words.of(key, times.brief(show.onSaleAt()));
    }

    public String tone(ListedEvent show) {
        return switch (show.status()) {
            case ON_SALE -> "ok";
            case ANNOUNCED, LOBBY -> "info";
            case CANCELLED -> "bad";
            case DRAFT -> "warn";
            case SOLD_OUT, ENDED -> "";
        };
    }
}
