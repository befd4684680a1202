package podo.web.catalogue;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.contracts.event.EventStatus;
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
        return words(event.status(), event.onSaleAt());
    }

    public String words(ListedEvent.OtherDate date) {
        return words(date.status(), date.onSaleAt());
    }

    private String words(@Nullable EventStatus status, Instant onSaleAt) {
        if (status == null) {
            return "";
        }
        String key = "status." + status.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return words.of(key, times.brief(onSaleAt));
    }

    public String tone(ListedEvent event) {
        return tone(event.status());
    }

    public String tone(ListedEvent.OtherDate date) {
        return tone(date.status());
    }

    private static String tone(@Nullable EventStatus status) {
        return switch (status) {
            case ON_SALE -> "ok";
            case ANNOUNCED, LOBBY -> "info";
            case CANCELLED -> "bad";
            case DRAFT -> "warn";
            case SOLD_OUT, ENDED -> "";
            case null -> "";
        };
    }
}
