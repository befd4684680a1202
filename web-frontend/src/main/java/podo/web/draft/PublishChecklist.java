package podo.web.draft;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.web.client.ListedEvent;
import podo.web.page.TemplateBean;

/** What an organiser looks at before a draft is published; most of it fans miss, some of it the service refuses. */
@Component("checklist")
public class PublishChecklist implements TemplateBean {

    /**
     * @param key of its texts, {@code check.<key>} and {@code check.<key>.done}
     * @param needed whether the draft can't be published without it
     * @param link where it is filled in
     */
    public record Item(String key, boolean done, boolean needed, String link) {}

    private final Clock clock;

    PublishChecklist(Clock clock) {
        this.clock = clock;
    }

    /** In the order of the form. */
    public List<Item> of(ListedEvent draft) {
        Instant now = clock.instant();
        return List.of(
                wanted("description", isSaid(draft.description()), "#description"),
                wanted("languages", draft.texts() != null && !draft.texts().isEmpty(), "#textsKo"),
                wanted("poster", draft.poster() != null, "/admin/events/" + draft.id() + "/poster"),
                new Item("start", isAfter(draft.startsAt(), now), true, "#startsAt"),
                wanted("doors", draft.doorsAt() != null, "#doorsAt"),
                wanted("sale", isAfter(draft.onSaleAt(), now), "#onSaleAt"),
                new Item("end", isAfter(draft.salesEndAt(), now), true, "#salesEndAt"),
                wanted("length", draft.runningMinutes() != null, "#runningMinutes"),
                wanted("age", draft.minimumAge() != null, "#minimumAge"));
    }

    /** How many are not done. */
    public long countOpen(List<Item> items) {
        return items.stream().filter(item -> !item.done()).count();
    }

    private static Item wanted(String key, boolean done, String link) {
        return new Item(key, done, false, link);
    }

    private static boolean isSaid(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** A time that the service works out by itself is right. */
    private static boolean isAfter(@Nullable Instant time, Instant now) {
        return time == null || time.isAfter(now);
    }
}
