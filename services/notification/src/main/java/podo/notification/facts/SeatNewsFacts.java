package podo.notification.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What reservation tells of seats for those who asked for returned ones; money in whole won. */
public final class SeatNewsFacts {

    private SeatNewsFacts() {}

    /** @param live whether the seat is still held for the fan */
    public record Offered(long fanId, boolean live, Offer offer) {}

    /** @param expiresAt until when the seat is held */
    public record Offer(
            OrderFacts.BookedEvent event,
            @Nullable Place seat,
            long price,
            @Nullable Instant expiresAt) {}

    /** @param kind of ticket; null for the usual one */
    public record Place(
            long id,
            String section,
            String row,
            int number,
            String grade,
            @Nullable String kind) {}

    /** @param coming false when it was cancelled */
    public record Show(OrderFacts.BookedEvent event, boolean coming) {}
}
