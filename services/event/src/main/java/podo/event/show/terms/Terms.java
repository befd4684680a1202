package podo.event.show.terms;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.Show;

/** Everything an organiser decides about an event, complete and valid; see {@link EventRequest} for the bounds. */
@Embeddable
public record Terms(
        String title,
        String description,
        Facts facts,
        long venueId,
        Instant startsAt,
        Instant lobbyOpensAt,
        Instant onSaleAt,
        Instant salesEndAt,
        int seatsPerFan,
        @Convert(converter = JsonColumns.Grades.class) List<Grade> grades,
        int admissionPerSecond,
        int admissionCap,
        int extensions,
        @Nullable Integer holdSeconds,
        @Enumerated(EnumType.STRING) Show.SingleSeatPolicy singleSeatPolicy,
        @Convert(converter = JsonColumns.Fees.class) List<Show.RefundFee> refundFees,
        HandoverTerms handover,
        @Convert(converter = JsonColumns.TextsColumn.class) List<Texts> texts) {

    /**
     * @param holdSeconds how long seats are held, null for as long as this installation holds them; concerns new holds only
     * @param texts null from an instance that knows one language
     */
    public Terms {
        texts = texts == null ? List.of() : texts;
    }

    /** On another date: what the date leaves open keeps its distance to the start, and the sale opens when it does here. */
    public Terms on(PerformanceRequest date) {
        Duration later = Duration.between(startsAt, date.startsAt());
        Instant sale = date.onSaleAt() == null ? onSaleAt : date.onSaleAt();
        Instant doors = date.doorsAt() == null && facts.doorsAt() != null
                ? facts.doorsAt().plus(later)
                : date.doorsAt();
        return new Terms(
                title,
                description,
                new Facts(facts.kind(), facts.runningMinutes(), facts.minimumAge(), doors, facts.notes()),
                venueId,
                date.startsAt(),
                sale.minus(Duration.between(lobbyOpensAt, onSaleAt)),
                sale,
                salesEndAt.plus(later),
                seatsPerFan,
                grades,
                admissionPerSecond,
                admissionCap,
                extensions,
                holdSeconds,
                singleSeatPolicy,
                refundFees,
                handover,
                texts);
    }

    /** The titles in other words than the event's own, for the search. */
    public String otherTitles() {
        return texts.stream().map(Texts::title).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    /** By language of the pages, where they differ from the event's own. */
    public Map<String, String> titles() {
        Map<String, String> titles = new TreeMap<>();
        for (Texts words : texts) {
            if (words.title() != null
                    && !words.title().isBlank()
                    && !words.title().equals(title)) {
                titles.put(words.language(), words.title());
            }
        }
        return titles;
    }

    /** Whether the seats or their prices differ, so that the inventory needs a new plan. */
    public boolean needsNewPlan(Terms previous) {
        return venueId != previous.venueId || !grades.equals(previous.grades);
    }

    /** The fields that differ and on which fans who hold seats rely: these stay until the seats are free. */
    public List<String> changesToHeldSeats(Terms previous) {
        List<String> changed = new ArrayList<>();
        if (venueId != previous.venueId) {
            changed.add("venueId");
        }
        if (!startsAt.equals(previous.startsAt)) {
            changed.add("startsAt");
        }
        if (!refundFees.equals(previous.refundFees)) {
            changed.add("refundFees");
        }
        return changed;
    }

    /** The fields that differ to the disadvantage of whoever has bought: these stay once a seat is sold. */
    public List<String> changesAgainstBuyers(Terms previous) {
        List<String> changed = new ArrayList<>();
        if (venueId != previous.venueId) {
            changed.add("venueId");
        }
        if (seatsPerFan < previous.seatsPerFan) {
            changed.add("seatsPerFan");
        }
        if (!RefundFees.isNowhereHigher(refundFees, previous.refundFees)) {
            changed.add("refundFees");
        }
        return changed;
    }

    /**
     * The times that fans in the line rely on and that {@code next} would move: a sale that has begun keeps its start, and an open lobby
     * is not closed again. Until then the sale may begin earlier or later. One past time may replace another.
     *
     * @param guarded a moment after {@code now}: the line's service hears of a change that late
     */
    public List<String> timesFixedAt(Instant guarded, Terms next, Instant now) {
        List<String> fixed = new ArrayList<>();
        boolean bothPast = !now.isBefore(onSaleAt) && !now.isBefore(next.onSaleAt);
        if (!guarded.isBefore(onSaleAt) && !next.onSaleAt.equals(onSaleAt) && !bothPast) {
            fixed.add("onSaleAt");
        }
        if (!guarded.isBefore(lobbyOpensAt)
                && now.isBefore(next.lobbyOpensAt)
                && !next.lobbyOpensAt.equals(lobbyOpensAt)) {
            fixed.add("lobbyOpensAt");
        }
        return fixed;
    }
}
