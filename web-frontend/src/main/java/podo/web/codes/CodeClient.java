package podo.web.codes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The codes of an event of the calling organiser, at the reservation service. */
interface CodeClient {

    /**
     * @param how PERCENT, AMOUNT or PRICE
     * @param grades null for all
     * @param mostUses null for any number, as {@code mostPerFan}
     */
    record Code(
            long id,
            String code,
            String how,
            long value,
            @Nullable List<String> grades,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Integer mostUses,
            @Nullable Integer mostPerFan,
            int used,
            boolean active,
            @Nullable Boolean allDates) {

        public boolean isForAllDates() {
            return Boolean.TRUE.equals(allDates);
        }
    }

    /** Null members restrict nothing, but for {@code how} and {@code value}. */
    record NewCode(
            String code,
            @Nullable String how,
            @Nullable Integer value,
            @Nullable List<String> grades,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Integer mostUses,
            @Nullable Integer mostPerFan,
            @Nullable Boolean allDates) {}

    record Switch(boolean active) {}

    @GetExchange("/api/organiser/events/{eventId}/codes")
    List<Code> list(@PathVariable long eventId);

    @PostExchange("/api/organiser/events/{eventId}/codes")
    Code add(@PathVariable long eventId, @RequestBody NewCode code);

    @PutExchange("/api/organiser/events/{eventId}/codes/{codeId}")
    Code switchTo(@PathVariable long eventId, @PathVariable long codeId, @RequestBody Switch to);
}
