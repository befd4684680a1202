package podo.event.show.terms;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.EventKind;
import podo.contracts.event.Show;
import podo.starter.text.PersonText;

/**
 * Body of creating or changing an event; null optional fields take the defaults of {@link TermsSettings}.
 *
 * @param holdSeconds how long seats are held; without it, as long as this installation holds them
 * @param version of the event that the change is based on; a change of an older one is refused, without it none is
 * @param notice only for changes of a published event
 */
public record EventRequest(
        @PersonText(max = 200) String title,

        @Nullable @PersonText(max = 5000, lines = true, optional = true)
        String description,

        @NotNull Long venueId,

        @NotNull Instant startsAt,

        @NotNull Instant onSaleAt,

        @Nullable Instant lobbyOpensAt,

        @Nullable Instant salesEndAt,

        @Nullable @Min(1) @Max(10) Integer seatsPerFan,

        @NotEmpty @Size(max = 20) List<@NotNull @Valid GradeRequest> grades,

        @Nullable @Min(1) @Max(10_000) Integer admissionPerSecond,

        @Nullable @Min(1) @Max(1_000_000) Integer admissionCap,

        @Nullable @Min(0) @Max(5) Integer extensions,

        @Nullable @Min(60) @Max(600) Integer holdSeconds,

        Show.@Nullable SingleSeatPolicy singleSeatPolicy,

        @Nullable EventKind kind,

        @Nullable @Min(1) @Max(1440) Integer runningMinutes,

        @Nullable @Min(0) @Max(21) Integer minimumAge,

        @Nullable Instant doorsAt,

        @Nullable @PersonText(max = 2000, lines = true, optional = true)
        String notes,

        @Nullable @Size(max = 10) List<@NotNull @Valid RefundFeeRequest> refundFees,

        @Nullable Boolean handoverAllowed,

        @Nullable @Min(0) @Max(720) Integer handoverEndsHours,

        @Nullable @Min(0) Integer version,

        @Nullable @Valid Notice notice,

        @Nullable @Size(max = 2) List<@NotNull @Valid TextsRequest> texts) {

    /**
     * What buyers of a published event are told beside what differs.
     *
     * @param note in the organiser's words
     * @param freeUntil until when they can cancel without a fee; without it, a moved start gives them a week, at most until it begins
     */
    public record Notice(
            @Nullable @PersonText(max = 1000, lines = true, optional = true)
            String note,

            @Nullable Instant freeUntil) {}

    /**
     * What the event says in one language of the pages; what is empty is said in its own words.
     *
     * @param language {@code ko} or {@code en}, each once
     */
    public record TextsRequest(
            @NotNull @Pattern(regexp = "ko|en") String language,

            @Nullable @PersonText(max = 200, optional = true)
            String title,

            @Nullable @PersonText(max = 5000, lines = true, optional = true)
            String description,

            @Nullable @PersonText(max = 2000, lines = true, optional = true)
            String notes) {

        Texts toTexts() {
            return new Texts(language, blankToNull(title), blankToNull(description), blankToNull(notes));
        }
    }

    /**
     * @param price whole won: 0, or at least 100, the smallest amount that card companies accept
     * @param zones none when it is sold where the venue's plan is painted with its name
     * @param kinds of ticket beside the usual one
     */
    public record GradeRequest(
            @PersonText(max = 40) String name,

            @NotNull @Min(0) @Max(10_000_000) Long price,

            @Nullable @Size(max = 100) List<@NotNull @Valid ZoneRequest> zones,

            @Nullable @Size(max = 10) List<@NotNull @Valid KindRequest> kinds) {

        List<KindRequest> kindsOrNone() {
            return kinds == null ? List.of() : kinds;
        }

        Grade toGrade() {
            return new Grade(
                    name.strip(),
                    price,
                    zones == null
                            ? List.of()
                            : zones.stream().map(ZoneRequest::toZone).toList(),
                    kindsOrNone().stream().map(kind -> kind.toKind(price)).toList());
        }
    }

    /**
     * @param price whole won, as that of a grade; counts only without {@code percent}
     * @param percent of the grade's price; what is not a whole won is left out
     * @param proof what its holder brings to the door
     */
    public record KindRequest(
            @PersonText(max = 40) String name,

            @Nullable @Min(0) @Max(10_000_000) Long price,

            @Nullable @Min(0) @Max(100) Integer percent,

            @Nullable @PersonText(max = 100, optional = true)
            String proof) {

        TicketKind toKind(long gradePrice) {
            String note = proof == null || proof.isBlank() ? null : proof.strip();
            return percent == null
                    ? new TicketKind(name.strip(), price == null ? gradePrice : price, null, note)
                    : TicketKind.ofPercent(name.strip(), gradePrice, percent, note);
        }
    }

    public record ZoneRequest(
            @PersonText(max = 40) String section,
            @Nullable @PersonText(max = 10, optional = true) String fromRow,
            @Nullable @PersonText(max = 10, optional = true) String toRow) {

        Grade.Zone toZone() {
            return new Grade.Zone(section.strip(), blankToNull(fromRow), blankToNull(toRow));
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public record RefundFeeRequest(
            @NotNull @Min(0) @Max(365) Integer daysBefore,
            @NotNull @Min(0) @Max(100) Integer percent) {}
}
