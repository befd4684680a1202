package podo.reservation.presale;

import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Which grades an event has, as the inventory laid it out. */
@Component
public class KnownGrades {

    private static final Logger log = LoggerFactory.getLogger(KnownGrades.class);

    private final GradeClient inventory;

    KnownGrades(GradeClient inventory) {
        this.inventory = inventory;
    }

    /** Empty while the inventory does not say. */
    public Set<String> of(long eventId) {
        try {
            return inventory.hall(eventId).grades().stream()
                    .map(GradeClient.Grade::name)
                    .collect(Collectors.toSet());
        } catch (RuntimeException e) {
            log.warn("The grades of event {} are not known: {}", eventId, e.toString());
            return Set.of();
        }
    }
}
