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
import podo.contracts.reservation.LineState;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;
import podo.starter.security.NoPass;
import podo.web.client.IssuedPass;
import podo.web.client.LineClient;
import podo.web.client.ServiceRefusal;
import podo.web.page.Visitor;

/** Stores the entry pass in the session and checks it for every page behind the line. */
@Component
public class EntryPassGate {

    private static final Logger log = LoggerFactory.getLogger(EntryPassGate.class);

    /** A valid pass: the token for the services, and when it ends. */
    public record ValidPass(String token, Instant expiresAt) {}

    /** The result of a check: the pass, or the reason for the refusal. */
    public record PassCheck(long eventId, @Nullable ValidPass pass, String reason) {

        private static final String NOTHING_SOLD = "nothing-sold";

        public boolean isRefused() {
            return pass == null;
        }

        /** @throws NullPointerException when the check is refused */
        public ValidPass get() {
            return Objects.requireNonNull(pass, "The pass was refused: " + reason);
        }

        /** The address of the line page, which shows the reason; that nothing is sold any more it says by itself. */
        public String lineUrl() {
            return reason.equals(NOTHING_SOLD)
                    ? "/events/" + eventId + "/queue"
                    : EntryPassGate.lineUrl(eventId, reason);
        }
    }

    /** Reasons for a refusal; the line page has a text for each ({@code line.refused.*}). */
    static final Set<String> REASONS =
            Set.of("no-pass", "expired", "foreign-event", "foreign-fan", "forged", "slot-gone");

    private final EntryPasses passes;
    private final LineClient lines;
    private final EventEnds ends;
    private final RefusedEntryReporter reporter;
    private final MeterRegistry meters;

    EntryPassGate(
            EntryPasses passes, LineClient lines, EventEnds ends, RefusedEntryReporter reporter, MeterRegistry meters) {
        this.passes = passes;
        this.lines = lines;
        this.ends = ends;
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
     * Checks that something is sold, and signature, end, fan and event of the stored pass. A fan who is inside gets the pass again
     * when this session lacks it, after a log-in or on another device. A refusal removes the pass, increments
     * {@code podo.web.pass.refused} and is reported to the line.
     */
    public PassCheck check(HttpSession session, long eventId, Visitor fan) {
        if (ends.of(eventId) != null) {
            remove(session, eventId);
            return new PassCheck(eventId, null, PassCheck.NOTHING_SOLD);
        }
        if (!(session.getAttribute(attribute(eventId)) instanceof String token)) {
            return fetchAgain("no-pass", session, eventId, fan);
        }
        try {
            EntryPass pass = passes.read(token).of(fan.id(), eventId);
            return new PassCheck(eventId, new ValidPass(token, pass.expiresAt()), "");
        } catch (NoPass e) {
            remove(session, eventId);
            return fetchAgain(e.reason(), session, eventId, fan);
        }
    }

    /** Only a fan who is inside: an offer is taken by the fan, and a place is no pass. */
    private PassCheck fetchAgain(String reason, HttpSession session, long eventId, Visitor fan) {
        try {
            if (lines.ownPlace(eventId).is(LineState.ENTERED)) {
                IssuedPass issued = lines.enter(eventId);
                store(session, eventId, issued);
                return new PassCheck(eventId, new ValidPass(issued.pass(), issued.expiresAt()), "");
            }
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401) {
                throw refusal;
            }
            log.debug("Fan {} gets no pass of event {} again: {}", fan.id(), eventId, refusal.toString());
        }
        return refuse(reason, eventId, fan);
    }

    /** When the stored pass ends; null without a valid one. Nothing is removed or reported. */
    public @Nullable Instant endOf(HttpSession session, long eventId, Visitor fan) {
        if (!(session.getAttribute(attribute(eventId)) instanceof String token)) {
            return null;
        }
        try {
            return passes.read(token).of(fan.id(), eventId).expiresAt();
        } catch (NoPass e) {
            return null;
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
