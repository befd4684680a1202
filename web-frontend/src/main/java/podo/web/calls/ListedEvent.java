package podo.web.calls;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event as the catalogue tells it; prices are whole won. */
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
        Status status,
        int seatsPerFan,
        List<Grade> grades,
        @Nullable Integer capacity,
        @Nullable Double admissionPerSecond,
        @Nullable Integer admissionCap,
        @Nullable Integer extensions,
        @Nullable String singleSeatPolicy,
        @Nullable List<Fee> refundFees)
        implements Serializable {

    public enum Status {
        DRAFT,
        ANNOUNCED,
        LOBBY,
        ON_SALE,
        SOLD_OUT,
        ENDED,
        CANCELLED
    }

    public record Grade(String name, long price, @Nullable List<Zone> zones) implements Serializable {}

    /** From so many days before the show on, this share of the price is kept when a fan cancels. */
    public record Fee(int daysBefore, int percent) implements Serializable {}

    /** Rows of a section that are sold in one grade; all rows when both ends are open. */
    public record Zone(
            String section,
            @Nullable String fromRow,
            @Nullable String toRow) implements Serializable {}

    public boolean is(String name) {
        return status.name().equals(name);
    }

    public long lowest() {
        return grades.stream().mapToLong(Grade::price).min().orElse(0);
    }

    public long highest() {
        return grades.stream().mapToLong(Grade::price).max().orElse(0);
    }
}
