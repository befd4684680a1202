package podo.reservation.booking.kind;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param kind the name of the kind of ticket; null or empty for the usual one */
public record KindChoice(
        @NotNull Long seatId, @Nullable @Size(max = 40) String kind) {

    public boolean isUsual() {
        return kind == null || kind.isBlank();
    }
}
