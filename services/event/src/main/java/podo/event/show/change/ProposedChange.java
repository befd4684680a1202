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
 * @param whileFree fields that differ and stay while somebody holds a seat and none is sold
 * @param unsoldOnly the same for fields that stay once a seat is sold; null from an instance that does not tell buyers
 * @param notice what buyers are told beside what differs; null likewise
 * @param planOfVenue the version of the venue's plan; null from an instance that knows no versions
 */
public record ProposedChange(
        long eventId,
        Show show,
        Terms terms,
        boolean seatsOrPricesDiffer,
        List<String> whileFree,
        @Nullable Integer planOfVenue,
        @Nullable List<String> unsoldOnly,
        @Nullable BuyerNotice notice) {

    /** Fields that differ and stay once a seat is sold. */
    public List<String> whileUnsold() {
        return unsoldOnly == null ? List.of() : unsoldOnly;
    }

    /** The version of the venue's plan that the seats are laid out from. */
    public int venueVersion() {
        return planOfVenue == null ? 1 : planOfVenue;
    }

    public int revision() {
        return show.revision();
    }
}
