package podo.event.show.change;

import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.Show;
import podo.event.show.terms.Terms;

/**
 * A change that the inventory is asked about. It is stored before the question is sent, so that an answer that is lost is asked
 * for again.
 *
 * @param show the event after the change, with the change's number as its revision
 * @param seatsOrPricesDiffer whether the inventory needs the new plan to decide
 * @param whileFree fields that differ and that may change only while nobody holds a seat
 * @param planOfVenue the version of the venue's plan; null from an instance that knows no versions
 */
public record ProposedChange(
        long eventId,
        Show show,
        Terms terms,
        boolean seatsOrPricesDiffer,
        List<String> whileFree,
        @Nullable Integer planOfVenue) {

    /** The version of the venue's plan that the seats are laid out from. */
    public int venueVersion() {
        return planOfVenue == null ? 1 : planOfVenue;
    }

    public int revision() {
        return show.revision();
    }
}
