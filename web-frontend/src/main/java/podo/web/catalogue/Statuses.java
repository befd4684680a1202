package podo.web.catalogue;

import java.util.Locale;
import org.springframework.stereotype.Component;
import podo.web.client.ListedEvent;
import podo.web.page.TemplateBean;
import podo.web.page.Times;
import podo.web.page.Words;

/** An event's status as text and as a CSS class; both are empty for a status that this version does not know. */
@Component("statuses")
public class Statuses implements TemplateBean {

    private final Words words;
    private final Times times;

    Statuses(Words words, Times times) {
        this.words = words;
        this.times = times;
    }

    public String words(ListedEvent event) {
        if (event.status() == null) {
            return "";
        }
        String key = "status." + event.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return words.of(key, times.brief(event.onSaleAt()));
    }

    public String tone(ListedEvent event) {
        return switch (event.status()) {
            case ON_SALE -> "ok";
            case ANNOUNCED, LOBBY -> "info";
            case CANCELLED -> "bad";
            case DRAFT -> "warn";
            case SOLD_OUT, ENDED -> "";
            case null -> "";
        };
    }
}
