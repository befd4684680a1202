package podo.notification.webhook.heard;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Whose events are, at reservation: for those that were published before this service listened. */
interface TeamOfEventClient {

    record Owner(long teamId) {}

    /** 404 for an event that reservation does not know. */
    @GetExchange("/internal/shows/{eventId}/team")
    Owner owner(@PathVariable long eventId);
}
