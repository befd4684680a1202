package podo.payment.audit.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /** @param kinds of ticket beside the usual one, with their prices; null from an event service that knows none */
    record PriceSince(
            String grade,
            long price,
            Instant since,
            @Nullable List<SeatAuditClient.PlanKind> kinds) {

        /** A price of usual tickets only. */
        public PriceSince(String grade, long price, Instant since) {
            this(grade, price, since, null);
        }

        /** What this kind cost; null when it was not sold. */
        public @Nullable Long priceOf(String kind) {
            return kinds == null
                    ? null
                    : kinds.stream()
                            .filter(known -> known.name().equals(kind))
                            .findFirst()
                            .map(SeatAuditClient.PlanKind::price)
                            .orElse(null);
        }
    }

    @GetExchange("/internal/audit/prices")
    List<Advertised> prices();
}
