package podo.web.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.client.RoomClient;
import podo.web.client.ServiceRefusal;
import podo.web.page.Words;
import podo.web.series.OrganiserChanges;
import podo.web.series.OtherDatesForm;

/**
 * Takes the settings of a rehearsal over: rate and cap to the line, whose mode stays, then the hold time to the event. Doing it again does
 * what is missing.
 */
@Component
class RehearsalTakeOver {

    /** @param text what was taken over and what was not, and why */
    record Untaken(int status, String text) {}

    private static final OtherDatesForm THIS_DATE_ONLY = new OtherDatesForm(null, null);

    private final RoomClient rooms;
    private final EventClient events;
    private final OrganiserChanges changes;
    private final Words words;

    RehearsalTakeOver(RoomClient rooms, EventClient events, OrganiserChanges changes, Words words) {
        this.rooms = rooms;
        this.events = events;
        this.changes = changes;
        this.words = words;
    }

    /** Null when all three are set. A missing log-in, and an event or a line that is not there or does not answer at all, is thrown. */
    @Nullable
    Untaken takeOver(long id, RehearsalClient.Setting setting) {
        try {
            setLevers(id, setting);
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401 || refusal.status() == 404 || refusal.status() >= 500) {
                throw refusal;
            }
            return new Untaken(refusal.status(), words.of("rehearsal.take.none", reason(refusal)));
        }
        try {
            setHoldTime(id, setting.holdSeconds());
            return null;
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401) {
                throw refusal;
            }
            String key = refusal.status() == 403 ? "rehearsal.take.half.role" : "rehearsal.take.half";
            return new Untaken(refusal.status(), half(key, setting, reason(refusal)));
        } catch (RestClientException | IllegalStateException e) {
            return new Untaken(
                    HttpStatus.SERVICE_UNAVAILABLE.value(),
                    half("rehearsal.take.half", setting, words.of("refused.unavailable")));
        }
    }

    private void setLevers(long id, RehearsalClient.Setting setting) {
        Map<String, Object> levers = new LinkedHashMap<>(rooms.members(id).levers());
        levers.put("rate", setting.rate());
        levers.put("cap", setting.cap());
        rooms.change(id, levers);
    }

    /** Everything else of the event goes back as it came; a change by somebody else meanwhile is refused by its version. */
    private void setHoldTime(long id, int seconds) {
        ListedEvent event = events.getOwn(id);
        if (Objects.equals(event.holdSeconds(), seconds)) {
            return;
        }
        Map<String, Object> members = events.members(id);
        Map<String, Object> body = new LinkedHashMap<>(members);
        body.put("holdSeconds", seconds);
        changes.change(event, members, body, THIS_DATE_ONLY);
    }

    private String half(String key, RehearsalClient.Setting setting, String reason) {
        return words.of(key, setting.rate(), setting.cap(), RehearsalResults.time(setting.holdSeconds()), reason);
    }

    private String reason(ServiceRefusal refusal) {
        return refusal.fields().isEmpty()
                ? words.of(refusal)
                : String.join(" ", refusal.fields().values());
    }
}
