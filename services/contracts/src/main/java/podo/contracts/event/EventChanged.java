package podo.contracts.event;

import org.jspecify.annotations.Nullable;

/**
 * A published show was changed; carries the complete new state.
 *
 * @param change what buyers are told; null when nothing differs that they rely on, and from a sender that tells nothing yet
 */
public record EventChanged(
        long eventId, Show show, @Nullable ShowChange change) implements EventMessage {

    /** A change of which buyers are not told. */
    public EventChanged(long eventId, Show show) {
        this(eventId, show, null);
    }
}
