package podo.web.catalogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Presales, at the reservation service. */
public interface FanPresaleClient {

    /**
     * @param code null in what is announced to everybody
     * @param grades those that it opens; null for all
     */
    record Presale(@Nullable String code, @Nullable List<String> grades, Instant from, Instant until) {

        public boolean opens(String grade) {
            return grades == null || grades.contains(grade);
        }

        public boolean isOpenAt(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    record EnteredCode(String code) {}

    /** Those of an event that are not over. */
    @GetExchange("/api/events/{eventId}/presales")
    List<Presale> announced(@PathVariable long eventId);

    /** The one whose code the fan has entered; 404 without one. */
    @GetExchange("/api/events/{eventId}/presale")
    Presale own(@PathVariable long eventId);

    @PostExchange("/api/events/{eventId}/presale")
    Presale enter(@PathVariable long eventId, @RequestBody EnteredCode code);
}
