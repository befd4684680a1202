package podo.inventory.hold.move;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of an order's seats are to be exchanged for which.
 *
 * @param moveId of this exchange, made by the caller
 * @param organiserId the team that asks; the event has to be its own
 * @param blockFrom whether the seats that are given up are kept from sale
 * @param by the member who asks; null from a reservation service from before, and the team has the member's number then
 */
record MoveRequest(
        @NotBlank @Size(max = 36) String moveId,
        @NotBlank @Size(max = 64) String orderId,
        @NotNull Long organiserId,
        @NotNull @Size(min = 1, max = 50) List<@NotNull Long> from,
        @NotNull @Size(min = 1, max = 50) List<@NotNull Long> to,
        boolean blockFrom,
        @Nullable Long by) {

    /** The account that the history of the seats names. */
    long who() {
        return by == null ? organiserId : by;
    }

    /** As many new seats as old ones, none named twice, and none that the order gives up and gets. */
    boolean isExchange() {
        return from.size() == to.size()
                && new HashSet<>(from).size() == from.size()
                && new HashSet<>(to).size() == to.size()
                && from.stream().noneMatch(to::contains);
    }
}
