package podo.inventory.area;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is left in an area at one moment.
 *
 * @param available places that a hold could take, those of lapsed holds included
 * @param version grows with every change of the area's count
 * @param nextEnd when the next hold lapses if nothing happens before, null when none is alive
 */
public record AreaLook(
        long areaId, int available, long version, @Nullable Instant nextEnd) {}
