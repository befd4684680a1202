package podo.web.client;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.EventKind;
import podo.contracts.event.EventStatus;

/**
 * An event of the catalogue; prices are whole won.
 *
 * @param status null when the service sends a status that this version does not know
 */
public record ListedEvent(
        long id,
        String title,
        @Nullable String description,
        @Nullable Long venueId,
        String venue,
        @Nullable String address,
        Instant startsAt,
        @Nullable Instant lobbyOpensAt,
        Instant onSaleAt,
        @Nullable Instant salesEndAt,
        @Nullable EventStatus status,
        int seatsPerFan,
        List<Grade> grades,
        @Nullable Integer capacity,
        @Nullable Double admissionPerSecond,
        @Nullable Integer admissionCap,
        @Nullable Integer extensions,
        @Nullable String singleSeatPolicy,
        @Nullable List<Fee> refundFees,
        @Nullable String city,
        @Nullable EventKind kind,
        @Nullable Integer runningMinutes,
        @Nullable Integer minimumAge,
        @Nullable Boolean handoverAllowed,
        @Nullable Integer handoverEndsHours)
        implements Serializable {

    public record Grade(String name, long price, @Nullable List<Zone> zones) implements Serializable {}

    /** From {@code daysBefore} days before the event on, a cancellation costs {@code percent} of the price. */
    public record Fee(int daysBefore, int percent) implements Serializable {}

    /** Rows of a section that are sold in one grade; all rows when both ends are null. */
    public record Zone(
            String section,
            @Nullable String fromRow,
            @Nullable String toRow) implements Serializable {}

    public boolean is(EventStatus asked) {
        return status == asked;
    }

    /** Whether no seats are for sale any more. */
    public boolean isClosed() {
        return is(EventStatus.SOLD_OUT) || is(EventStatus.ENDED) || is(EventStatus.CANCELLED);
    }

    /** Until when its tickets may be handed over; null when that is not allowed. */
    public @Nullable Instant handoverUntil() {
        return Boolean.FALSE.equals(handoverAllowed)
                ? null
                : startsAt.minus(Duration.ofHours(handoverEndsHours == null ? 0 : handoverEndsHours));
    }

    public long lowestPrice() {
        return grades.stream().mapToLong(Grade::price).min().orElse(0);
    }

    public long highestPrice() {
        return grades.stream().mapToLong(Grade::price).max().orElse(0);
    }
}
