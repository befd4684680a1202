package podo.web.mails;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import podo.web.client.ServiceRefusal;
import podo.web.page.Visitor;

/** Which mails were given up, and sends them again: for operators only. */
@Component
public class MailsOfAll {

    private static final Logger log = LoggerFactory.getLogger(MailsOfAll.class);

    /** @param since when the first of them was given up; null without one */
    public record GivenUp(long count, @Nullable Instant since) {}

    private final GivenUpMailClient mails;

    MailsOfAll(GivenUpMailClient mails) {
        this.mails = mails;
    }

    /** Null for who is no operator, and while the mail service does not answer. */
    public @Nullable GivenUp findOrNone(Visitor me) {
        if (!me.operator()) {
            return null;
        }
        try {
            GivenUpMailClient.GivenUp found = mails.count();
            return new GivenUp(found.count(), found.since());
        } catch (ServiceRefusal | RestClientException | IllegalStateException e) {
            log.warn("Mails that were given up are not shown: {}", e.toString());
            return null;
        }
    }

    /** Answers how many are sent again. */
    public int sendAgain(Visitor me) {
        if (!me.operator()) {
            throw new AccessDeniedException("not an operator");
        }
        return mails.sendAgain().queued();
    }
}
