package podo.web.draft;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Forms of events that are not saved yet, at the event service. */
public interface KeptFormClient {

    /** @param eventId of the draft that it changes; null for a new event */
    record KeptForm(long id, long venueId, @Nullable Long eventId, Map<String, String> fields, Instant savedAt)
            implements Serializable {

        /** As typed; empty without a title. */
        public String title() {
            return fields.getOrDefault("title", "").strip();
        }
    }

    /** What is to be kept. */
    record Typed(long venueId, @Nullable Long eventId, Map<String, String> fields) {}

    /** Newest first. */
    @GetExchange("/api/events/forms")
    List<KeptForm> list();

    @GetExchange("/api/events/forms/{id}")
    KeptForm get(@PathVariable long id);

    @PostExchange("/api/events/forms")
    KeptForm keep(@RequestBody Typed keptForm);

    @PutExchange("/api/events/forms/{id}")
    KeptForm replace(@PathVariable long id, @RequestBody Typed keptForm);

    @DeleteExchange("/api/events/forms/{id}")
    void discard(@PathVariable long id);
}
