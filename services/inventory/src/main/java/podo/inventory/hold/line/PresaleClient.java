package podo.inventory.hold.line;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Asks reservation what a presale opens. */
public interface PresaleClient {

    /**
     * @param grades those that it opens; null for all
     * @param active false once its code was switched off
     */
    record Presale(long id, long eventId, @Nullable List<String> grades, Instant from, Instant until, boolean active) {

        public boolean opens(String grade) {
            return grades == null || grades.contains(grade);
        }

        boolean isOpenAt(Instant now) {
            return active && !now.isBefore(from) && now.isBefore(until);
        }
    }

    /** 404 for an unknown number. */
    @GetExchange("/internal/presales/{id}")
    Presale presale(@PathVariable long id);
}
