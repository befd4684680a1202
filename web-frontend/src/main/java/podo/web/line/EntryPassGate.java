package podo.web.line;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;
import podo.starter.security.NoPass;
import podo.web.calls.IssuedPass;
import podo.web.page.Visitor;

/** Keeps the pass in the session and looks at it before any page behind the line: there is no side door. */
@Component
public class EntryPassGate {

    private static final Logger log = LoggerFactory.getLogger(EntryPassGate.class);

    /** A pass that was looked at: the text for the services, and until when it lasts. */
    public record Shown(String pass, Instant expiresAt) {}

    /** What came of looking: the pass, or why there is none. */
    public record Look(long eventId, @Nullable Shown shown, String refused) {

        public boolean isEmpty() {
            return shown == null;
        }

        public Shown get() {
            return Objects.requireNonNull(shown);
        }

        /** The line, which tells the fan why. */
        public String wayBack() {
            return EntryPassGate.wayBack(eventId, refused);
        }
    }

    /** Why a fan was sent back from the seats; the line has words for each ({@code line.refused.*}). */
    static final Set<String> REASONS =
            Set.of("no-pass", "expired", "foreign-event", "foreign-fan", "forged", "slot-gone");

    private final EntryPasses passes;
    private final RefusedEntryReporter refused;
    private final MeterRegistry meters;

    EntryPassGate(EntryPasses passes, RefusedEntryReporter refused, MeterRegistry meters) {
        this.passes = passes;
        this.refused = refused;
        this.meters = meters;
    }

    /** Puts a new pass, or a longer one, in the place of the old. */
    public void keep(HttpSession session, long eventId, IssuedPass entry) {
        session.setAttribute(attribute(eventId), entry.pass());
    }

    void drop(HttpSession session, long eventId) {
        session.removeAttribute(attribute(eventId));
    }

    /** The line of this event, with the reason for coming back to it. */
    public static String wayBack(long eventId, String reason) {
        return "/events/" + eventId + "/queue?refused=" + reason;
    }

    /** The pass of this fan for this event, as long as it lasts; a refusal is counted with its reason, and told to the line. */
    public Look show(HttpSession session, long eventId, Visitor fan) {
        if (!(session.getAttribute(attribute(eventId)) instanceof String text)) {
            return refuse("no-pass", eventId, fan);
        }
        try {
            EntryPass pass = passes.read(text).of(fan.id(), eventId);
            return new Look(eventId, new Shown(text, pass.expiresAt()), "");
        } catch (NoPass e) {
            drop(session, eventId);
            return refuse(e.reason(), eventId, fan);
        }
    }

    private Look refuse(String reason, long eventId, Visitor fan) {
        meters.counter("podo.web.pass.refused", "reason", reason).increment();
        refused.note(eventId, fan.id(), reason);
        log.debug("Fan {} asked for the seats of event {} without a pass: {}", fan.id(), eventId, reason);
        return new Look(eventId, null, reason);
    }

    private static String attribute(long eventId) {
        return "pass-" + eventId;
    }
}
