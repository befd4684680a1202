package podo.web.draft;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.client.ServiceRefusal;

/** Forms of events that are kept while they are written: opened again, filled from another event, and done with once they are saved. */
@Component
public class KeptEventForms {

    /** @param fields as they were typed */
    public record Opened(Map<String, String> fields, FormOrigin origin) {}

    private static final Logger log = LoggerFactory.getLogger(KeptEventForms.class);

    private final KeptFormClient forms;
    private final EventClient events;

    KeptEventForms(KeptFormClient forms, EventClient events) {
        this.forms = forms;
        this.events = events;
    }

    public Opened open(long number) {
        KeptFormClient.KeptForm kept = forms.get(number);
        return new Opened(kept.fields(), FormOrigin.of(kept));
    }

    /** Changes of a draft that were typed and not saved; null without any. */
    public KeptFormClient.@Nullable KeptForm unsavedOf(long eventId) {
        return forms.list().stream()
                .filter(kept -> kept.eventId() != null && kept.eventId() == eventId)
                .findFirst()
                .orElse(null);
    }

    /** Keeps a form for a new event like this one, whose poster is copied when the form is saved. Returns its number. */
    public long duplicate(ListedEvent event, long venue, Map<String, String> fields) {
        if (event.poster() != null) {
            fields.put(FormOrigin.POSTER_OF, String.valueOf(event.id()));
        }
        return forms.keep(new KeptFormClient.Typed(venue, null, fields)).id();
    }

    /** The event is saved. A kept form that stays behind is listed once more; without its poster the event shows a drawn one. */
    public void finish(FormOrigin origin, long eventId) {
        Long source = origin.posterOf();
        Long kept = origin.keptForm();
        try {
            if (source != null) {
                events.copyPoster(eventId, new EventClient.PosterSource(source));
            }
        } catch (ServiceRefusal | RestClientException | IllegalStateException e) {
            log.warn("The poster of event {} could not be copied to {}: {}", source, eventId, e.toString());
        }
        try {
            if (kept != null) {
                forms.discard(kept);
            }
            forms.list().stream()
                    .filter(other ->
                            origin.isOf(other) && !Long.valueOf(other.id()).equals(kept))
                    .forEach(other -> forms.discard(other.id()));
        } catch (ServiceRefusal | RestClientException | IllegalStateException e) {
            log.warn("The kept forms of event {} could not be discarded: {}", eventId, e.toString());
        }
    }
}
