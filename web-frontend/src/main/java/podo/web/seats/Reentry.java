package podo.web.seats;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import podo.web.client.IssuedPass;
import podo.web.client.LineClient;
import podo.web.client.ServiceRefusal;
import podo.web.line.EntryPassGate;

/**
 * Takes a fan in again whose place inside was given away while the page was silent. The line gives the place back at once where there is
 * room; inventory hears of that by a message, or within a second by its own report, so a refusal in between is repeated.
 */
@Component
class Reentry {

    private static final RetryPolicy UNTIL_INVENTORY_KNOWS = RetryPolicy.builder()
            .maxRetries(3)
            .delay(Duration.ofMillis(200))
            .multiplier(2)
            .predicate(Reentry::isWithoutPass)
            .build();

    private final LineClient lines;
    private final EntryPassGate passGate;
    private final RetryTemplate retries = new RetryTemplate(UNTIL_INVENTORY_KNOWS);

    Reentry(LineClient lines, EntryPassGate passGate) {
        this.lines = lines;
        this.passGate = passGate;
    }

    /** @throws ServiceRefusal of the line, when the fan has to wait, or of the action */
    <T> T enterAnd(Function<String, T> action, long eventId, HttpSession session) {
        IssuedPass issued = lines.enter(eventId);
        passGate.store(session, eventId, issued);
        try {
            return Objects.requireNonNull(retries.execute(() -> action.apply(issued.pass())));
        } catch (RetryException e) {
            throw e.getCause() instanceof ServiceRefusal refusal ? refusal : new IllegalStateException(e);
        }
    }

    private static boolean isWithoutPass(Throwable e) {
        return e instanceof ServiceRefusal refusal && refusal.is("no-pass");
    }
}
