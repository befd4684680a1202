package podo.payment.audit.evidence;

import java.time.Instant;
import java.util.List;
import org.springframework.web.service.annotation.GetExchange;

/** Event: what the published events say that their seats cost; prices in whole won. */
public interface PriceAuditClient {

    /** @param history what each grade cost from when on, oldest first; empty for events from before it was kept */
    record Advertised(
            long eventId,
            int seatsPerFan,
            Instant salesEndAt,
            List<SeatAuditClient.PlanGrade> grades,
            List<PriceSince> history) {}

    record PriceSince(String grade, long price, Instant since) {}

    @GetExchange("/internal/audit/prices")
    List<Advertised> prices();
}
