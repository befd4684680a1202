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
import podo.web.client.IssuedPass;
import podo.web.page.Visitor;

/** Stores the entry pass in the session and checks it for every page behind the line. */
@Component
public class EntryPassGate {

    private static final Logger log = LoggerFactory.getLogger(EntryPassGate.class);

    /** A valid pass: the token for the services, and when it ends. */
    public record ValidPass(String token, Instant expiresAt) {}

    /** The result of a check: the pass, or the reason for the refusal. */
    public record PassCheck(long eventId, @Nullable ValidPass pass, String reason) {

        public boolean isRefused() {
            return pass == null;
        }

        /** @throws NullPointerException when the check is refused */
        public ValidPass get() {
            return Objects.requireNonNull(pass, "The pass was refused: " + reason);
        }

        /** The address of the line page, which shows the reason. */
        public String lineUrl() {
            return EntryPassGate.lineUrl(eventId, reason);
        }
    }

    /** Reasons for a refusal; the line page has a text for each ({@code line.refused.*}). */
    static final Set<String> REASONS =
            Set.of("no-pass", "expired", "foreign-event", "foreign-fan", "forged", "slot-gone");

    private final EntryPasses passes;
    private final RefusedEntryReporter reporter;
    private final MeterRegistry meters;

    EntryPassGate(EntryPasses passes, RefusedEntryReporter reporter, MeterRegistry meters) {
        this.passes = passes;
        this.reporter = reporter;
        this.meters = meters;
    }

    /** Stores a new or extended pass in the place of an earlier one. */
    public void store(HttpSession session, long eventId, IssuedPass issued) {
        session.setAttribute(attribute(eventId), issued.pass());
    }

    void remove(HttpSession session, long eventId) {
        session.removeAttribute(attribute(eventId));
    }

    /** The address of this event's line page with the reason for which the fan is sent there. */
    public static String lineUrl(long eventId, String reason) {
        return "/events/" + eventId + "/queue?refused=" + reason;
    }

    /**
     * Checks signature, end, fan and event of the stored pass. A refusal removes the pass, increments
     * {@code podo.web.pass.refused} and is reported to the line.
     */
    public PassCheck check(HttpSession session, long eventId, Visitor fan) {
        if (!(session.getAttribute(attribute(eventId)) instanceof String token)) {
            return refuse("no-pass", eventId, fan);
        }
        try {
            EntryPass pass = passes.read(token).of(fan.id(), eventId);
            return new PassCheck(eventId, new ValidPass(token, pass.expiresAt()), "");
        } catch (NoPass e) {
            remove(session, eventId);
            return refuse(e.reason(), eventId, fan);
        }
    }

    private PassCheck refuse(String reason, long eventId, Visitor fan) {
        meters.counter("podo.web.pass.refused", "reason", reason).increment();
        reporter.add(eventId, fan.id(), reason);
        log.debug("Fan {} has no valid pass for the seats of event {}: {}", fan.id(), eventId, reason);
        return new PassCheck(eventId, null, reason);
    }

    private static String attribute(long eventId) {
        return "pass-" + eventId;
    }
}
