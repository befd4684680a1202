package podo.inventory.hold.boxoffice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import podo.inventory.hold.Hold;
import podo.starter.input.OpaqueId;

/**
 * What a team's box office sells.
 *
 * @param holdId made by the caller; a repeat with the same one gets the same hold
 * @param organiserId the team that sells; the event has to be its own
 * @param by the member who sells, whom the history of blocked seats names
 * @param buyerId a number that no account has
 */
record BoxOfficeHoldRequest(
        @OpaqueId String holdId,
        @NotNull Long organiserId,
        @NotNull Long by,
        @NotNull Long buyerId,
        @NotNull @Size(max = Hold.MOST_AT_THE_BOX_OFFICE) List<@NotNull Long> seatIds,
        @NotNull @Size(max = Hold.MOST_AT_THE_BOX_OFFICE) List<@NotNull @Valid Places> places) {

    record Places(
            @NotNull Long areaId,

            @NotNull @Min(1) @Max(Hold.MOST_AT_THE_BOX_OFFICE)
            Integer count) {}

    int size() {
        return seatIds.size() + places.stream().mapToInt(Places::count).sum();
    }

    /** Some seats or places, not too many, and none named twice. */
    boolean isSale() {
        return size() > 0
                && size() <= Hold.MOST_AT_THE_BOX_OFFICE
                && new HashSet<>(seatIds).size() == seatIds.size()
                && places.stream().map(Places::areaId).distinct().count() == places.size();
    }
}
