package podo.contracts.inventory;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is special about a seat, for who buys it, sells it or shows the way to it. An ordinary seat has none.
 *
 * @param place null for a usual place
 * @param view why not all of the stage is seen from it; null for a free view
 */
public record SeatTraits(@Nullable Place place, @Nullable String view) implements Serializable {

    /** ACCESSIBLE: for a wheelchair. COMPANION: beside one. */
    public enum Place {
        ACCESSIBLE,
        COMPANION
    }

    /** Null for a seat with nothing special. */
    public static @Nullable SeatTraits of(@Nullable Place place, @Nullable String view) {
        return place == null && view == null ? null : new SeatTraits(place, view);
    }

    /** Of columns; null for a seat with nothing special. */
    public static @Nullable SeatTraits named(@Nullable String place, @Nullable String view) {
        return of(place == null ? null : Place.valueOf(place), view);
    }
}
