package podo.web.client;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import podo.contracts.event.EventKind;
import podo.contracts.event.EventStatus;

/**
 * An event of the catalogue; prices are whole won.
 *
 * @param holdSeconds how long seats are held; null where the shop's time applies, or from a service that does not say
 * @param version rises whenever it is saved; null from a service that does not count
 * @param poster null while no picture is uploaded
 * @param texts null from a service that knows one language
 * @param seriesId the same for all dates of a show; null for an event that never had others
 * @param otherDates of the same show, by their start; null from a service that knows none
 * @param changes null from a service that tells none
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
        @Nullable Integer holdSeconds,
        @Nullable String singleSeatPolicy,
        @Nullable List<Fee> refundFees,
        @Nullable String city,
        @Nullable EventKind kind,
        @Nullable Integer runningMinutes,
        @Nullable Integer minimumAge,
        @Nullable Instant doorsAt,
        @Nullable String notes,
        @Nullable Integer version,
        @Nullable List<Change> changes,
        @Nullable Boolean handoverAllowed,
        @Nullable Integer handoverEndsHours,
        @Nullable UploadedPoster poster,
        @Nullable List<Texts> texts,
        @Nullable Long seriesId,
        @Nullable List<OtherDate> otherDates)
        implements Serializable {

    /** What it says in one language of the pages; what is missing is said in its own words. */
    public record Texts(
            String language,
            @Nullable String title,
            @Nullable String description,
            @Nullable String notes) implements Serializable {}

    /**
     * Another date of the same show.
     *
     * @param status null when the service sends one that this version does not know
     */
    public record OtherDate(
            long id,
            Instant startsAt,
            Instant onSaleAt,
            @Nullable EventStatus status,
            @Nullable Integer version) implements Serializable {

        public boolean is(EventStatus asked) {
            return status == asked;
        }

        /** Whether it is published, neither cancelled nor over. */
        public boolean isToCome() {
            return status != null && !is(EventStatus.DRAFT) && !is(EventStatus.CANCELLED) && !is(EventStatus.ENDED);
        }
    }

    /** Paths of the event service. */
    public record UploadedPoster(String small, String large) implements Serializable {}

    /** @param kinds of ticket beside the usual one; null from a service that knows none */
    public record Grade(
            String name,
            long price,
            @Nullable List<Zone> zones,
            @Nullable List<TicketKind> kinds) implements Serializable {

        /** A grade with usual tickets only. */
        public Grade(String name, long price, @Nullable List<Zone> zones) {
            this(name, price, zones, null);
        }

        public List<TicketKind> kindsOrNone() {
            return kinds == null ? List.of() : kinds;
        }
    }

    /**
     * A kind of ticket that a fan may choose instead of the usual one.
     *
     * @param percent of the grade's price; null when it has a price of its own
     * @param proof what its holder brings to the door; null for nothing
     */
    public record TicketKind(
            String name,
            long price,
            @Nullable Integer percent,
            @Nullable String proof) implements Serializable {}

    /** From {@code daysBefore} days before the event on, a cancellation costs {@code percent} of the price. */
    public record Fee(int daysBefore, int percent) implements Serializable {}

    /** Rows of a section that are sold in one grade; all rows when both ends are null. */
    public record Zone(
            String section,
            @Nullable String fromRow,
            @Nullable String toRow) implements Serializable {}

    /**
     * What buyers are told about a change.
     *
     * @param note the organiser's words; null without any
     * @param freeUntil until when whoever bought before can cancel without a fee; null without such a time
     */
    public record Change(
            Instant at,
            List<ChangedField> fields,
            @Nullable String note,
            @Nullable Instant freeUntil) implements Serializable {

        /** Whether it says anything in the language of the page. */
        public boolean isReadHere() {
            return note != null || freeUntil != null || fields.stream().anyMatch(ChangedField::isReadHere);
        }
    }

    /**
     * @param before what it was, a time as ISO-8601; empty for long texts and for what was not said
     * @param languages of the pages in which it reads differently; null for all of them
     */
    public record ChangedField(
            String name,
            String before,
            String after,
            @Nullable List<String> languages) implements Serializable {

        /** Whether the page, in its language, shows something else than before. */
        public boolean isReadHere() {
            return languages == null
                    || languages.contains(LocaleContextHolder.getLocale().getLanguage());
        }
    }

    /** What was changed since it was published as the page shows it, newest first. */
    public List<Change> told() {
        return changes == null
                ? List.of()
                : changes.stream().filter(Change::isReadHere).toList();
    }

    /** Without words when it has none in this language. */
    public Texts textsIn(String language) {
        List<Texts> said = texts == null ? List.of() : texts;
        return said.stream()
                .filter(one -> one.language().equals(language))
                .findFirst()
                .orElse(new Texts(language, null, null, null));
    }

    public boolean is(EventStatus asked) {
        return status == asked;
    }

    /** The other dates of its show, by their start. */
    public List<OtherDate> others() {
        return otherDates == null ? List.of() : otherDates;
    }

    /** All dates of its show, this one among them, by their start. */
    public List<OtherDate> dates() {
        return Stream.concat(Stream.of(new OtherDate(id, startsAt, onSaleAt, status, version)), others().stream())
                .sorted(Comparator.comparing(OtherDate::startsAt).thenComparing(OtherDate::id))
                .toList();
    }

    /** The dates of its show that a fan can still plan with. */
    public List<OtherDate> datesToCome() {
        return dates().stream().filter(OtherDate::isToCome).toList();
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
