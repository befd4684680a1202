package podo.reservation.booking.ticket.name;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.starter.text.PersonText;

/** @param name to stand on the ticket; empty for its holder's */
public record GivenName(
        @NotNull Long ticketId,
        @PersonText(max = 100, optional = true) @Nullable String name) {

    /** Names of several tickets, which change together or not at all. */
    public record Request(@NotNull @Size(min = 1, max = 50) List<@NotNull @Valid GivenName> names) {}

    @Nullable
    String nameOrNull() {
        return name == null || name.isEmpty() ? null : name;
    }
}
