package podo.web.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import podo.contracts.event.EventStatus;
import podo.web.catalogue.CachedCatalogue;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.client.ServiceRefusal;
import podo.web.page.Words;

/**
 * Saves, publishes and cancels an organiser's events, and drops what this node keeps of them. Several dates are changed one after the
 * other, each by the rules of an event: what one of them refuses is told with its date, and the others change.
 */
@Component
public class OrganiserChanges {

    private final EventClient events;
    private final CachedCatalogue catalogue;
    private final Words words;

    OrganiserChanges(EventClient events, CachedCatalogue catalogue, Words words) {
        this.events = events;
        this.catalogue = catalogue;
        this.words = words;
    }

    /**
     * Throws when the event itself is refused, and then changes nothing.
     *
     * @param before every member of the event
     * @param body the same with what was changed, a version and a notice
     */
    public List<DateOutcome> change(
            ListedEvent event, Map<String, Object> before, Map<String, Object> body, OtherDatesForm others) {
        try {
            events.change(event.id(), body);
            return event.others().stream()
                    .filter(others::isTicked)
                    .map(date -> tried(date, () -> change(date, before, body, others)))
                    .toList();
        } finally {
            catalogue.clear();
        }
    }

    private String change(
            ListedEvent.OtherDate date, Map<String, Object> before, Map<String, Object> body, OtherDatesForm others) {
        Map<String, Object> changed =
                SharedChange.bodyOf(before, body, events.members(date.id()), others.sharedParts());
        if (changed == null) {
            return "dates.outcome.same";
        }
        Integer version = others.versionOf(date);
        if (version != null) {
            changed.put("version", version);
        }
        Object notice = body.get("notice");
        if (notice != null) {
            changed.put("notice", notice);
        }
        events.change(date.id(), changed);
        return "dates.outcome.changed";
    }

    /** Hangs an event's picture on the other dates of its show too. */
    public List<DateOutcome> hangPoster(ListedEvent event, byte[] picture) {
        return event.others().stream()
                .filter(date -> !date.is(EventStatus.CANCELLED))
                .map(date -> tried(date, () -> {
                    events.hangPoster(date.id(), null, picture);
                    return "dates.outcome.changed";
                }))
                .toList();
    }

    /** Publishes these drafts. */
    public List<DateOutcome> publish(List<ListedEvent.OtherDate> drafts) {
        try {
            List<DateOutcome> outcomes = new ArrayList<>();
            for (ListedEvent.OtherDate draft : drafts) {
                outcomes.add(tried(draft, () -> {
                    events.publish(draft.id());
                    return "dates.outcome.published";
                }));
            }
            return outcomes;
        } finally {
            catalogue.clear();
        }
    }

    /** @param act publish, withdraw or cancel */
    public void act(long id, String act) {
        switch (act) {
            case "publish" -> events.publish(id);
            case "withdraw" -> events.withdraw(id);
            default -> events.cancel(id);
        }
        catalogue.clear();
    }

    /** What one date refuses is its own; without a log-in, or with a role that changes nothing, no other would let this through either. */
    private DateOutcome tried(ListedEvent.OtherDate date, Supplier<String> change) {
        try {
            return new DateOutcome(date.id(), date.startsAt(), true, words.of(change.get()));
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401 || refusal.status() == 403) {
                throw refusal;
            }
            return new DateOutcome(date.id(), date.startsAt(), false, textOf(refusal));
        } catch (RestClientException | IllegalStateException e) {
            return new DateOutcome(date.id(), date.startsAt(), false, words.of("refused.unavailable"));
        }
    }

    private String textOf(ServiceRefusal refusal) {
        return refusal.fields().isEmpty()
                ? words.of(refusal)
                : String.join(" · ", refusal.fields().values());
    }
}
