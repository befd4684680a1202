package podo.web.mails;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Mails that were given up, at the notification service. It asks for a service's token and knows no roles: whoever calls it checks them. */
interface GivenUpMailClient {

    /** @param since when the first of them was given up; null without one */
    record GivenUp(long count, @Nullable Instant since) {}

    record Again(int queued) {}

    @GetExchange("/internal/mails/given-up")
    GivenUp count();

    @PostExchange("/internal/mails/given-up/again")
    Again sendAgain();
}
