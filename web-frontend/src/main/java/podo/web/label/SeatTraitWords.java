package podo.web.label;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.SeatTraits;
import podo.web.page.TemplateBean;
import podo.web.page.Words;

/** What is special about a seat, in words. */
@Component("seatTraits")
public class SeatTraitWords implements TemplateBean {

    private final Words words;
    private final DirectionIsolation bidi;

    SeatTraitWords(Words words, DirectionIsolation bidi) {
        this.words = words;
        this.bidi = bidi;
    }

    /** Such as "Wheelchair place · Restricted view: a pillar"; empty for an ordinary seat. */
    public String of(@Nullable SeatTraits traits) {
        if (traits == null) {
            return "";
        }
        String place = traits.place() == null
                ? null
                : words.of(
                        traits.place() == SeatTraits.Place.ACCESSIBLE
                                ? "seat.trait.accessible"
                                : "seat.trait.companion");
        String view = traits.view() == null ? null : words.of("seat.trait.view", bidi.of(traits.view()));
        return Stream.of(place, view).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }
}
