package podo.event.show.terms;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import podo.contracts.event.Show;

/** Whether fans may hand their tickets to others, until {@code endsHours} hours before the start. */
@Embeddable
public record HandoverTerms(
        @Column(name = "handover_allowed") boolean allowed,
        @Column(name = "handover_ends_hours") int endsHours) {

    public Show.Handover toMessage() {
        return new Show.Handover(allowed, endsHours);
    }
}
