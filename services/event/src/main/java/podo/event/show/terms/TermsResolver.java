package podo.event.show.terms;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.contracts.event.EventKind;
import podo.contracts.event.Show.RefundFee;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.starter.problem.InvalidField;

/** Turns a request into terms: fills in defaults and refuses times and fees that contradict each other. */
@Component
public class TermsResolver {

    private static final Duration MAX_DISTANCE = Duration.ofDays(3650);

    private final TermsSettings defaults;
    private final Clock clock;

    TermsResolver(TermsSettings defaults, Clock clock) {
        this.defaults = defaults;
        this.clock = clock;
    }

    /**
     * Throws {@link InvalidField} with every field that contradicts another.
     *
     * @param current of a published event, whose past times may stay as they are; null for a draft
     */
    public Terms resolve(EventRequest request, @Nullable Terms current) {
        List<RefundFee> fees = refundFees(request);
        Terms terms = new Terms(
                request.title().strip(),
                requireNonNullElse(request.description(), "").strip(),
                new Facts(
                        requireNonNullElse(request.kind(), EventKind.OTHER),
                        request.runningMinutes(),
                        request.minimumAge(),
                        request.doorsAt() == null ? null : millis(request.doorsAt()),
                        request.notes() == null || request.notes().isBlank()
                                ? null
                                : request.notes().strip()),
                request.venueId(),
                millis(request.startsAt()),
                millis(requireNonNullElse(request.lobbyOpensAt(), defaultLobbyOpening(request.onSaleAt()))),
                millis(request.onSaleAt()),
                millis(requireNonNullElse(request.salesEndAt(), request.startsAt())),
                requireNonNullElse(request.seatsPerFan(), defaults.seatsPerFan()),
                request.grades().stream()
                        .map(EventRequest.GradeRequest::toGrade)
                        .toList(),
                requireNonNullElse(request.admissionPerSecond(), defaults.admissionPerSecond()),
                requireNonNullElse(request.admissionCap(), defaults.admissionCap()),
                requireNonNullElse(request.extensions(), defaults.extensions()),
                request.holdSeconds(),
                requireNonNullElse(request.singleSeatPolicy(), SingleSeatPolicy.WARN),
                fees,
                new HandoverTerms(
                        requireNonNullElse(request.handoverAllowed(), true),
                        requireNonNullElse(request.handoverEndsHours(), 0)),
                texts(request));
        List<InvalidField.Field> contradictions = findContradictions(terms, current);
        contradictions.addAll(GradePrices.findWrong(request.grades()));
        if (!contradictions.isEmpty()) {
            throw new InvalidField(contradictions);
        }
        return terms;
    }

    /**
     * The same show on another date; adds what contradicts to {@code wrong}, under its field behind {@code prefix}. Null when a time is too
     * far away to be worked with.
     */
    public @Nullable Terms resolve(Terms show, PerformanceRequest date, String prefix, List<InvalidField.Field> wrong) {
        Instant now = clock.instant();
        List<InvalidField.Field> found = new ArrayList<>();
        checkDistance("startsAt", date.startsAt(), now, found);
        checkDistance("doorsAt", requireNonNullElse(date.doorsAt(), now), now, found);
        checkDistance("onSaleAt", requireNonNullElse(date.onSaleAt(), now), now, found);
        Terms terms = found.isEmpty() ? show.on(date) : null;
        if (terms != null) {
            found.addAll(findContradictions(terms, null));
        }
        found.forEach(one -> wrong.add(new InvalidField.Field(prefix + one.field(), one.key(), one.args())));
        return terms;
    }

    private List<InvalidField.Field> findContradictions(Terms terms, @Nullable Terms current) {
        Instant now = clock.instant();
        List<InvalidField.Field> wrong = new ArrayList<>();
        checkDistance("startsAt", terms.startsAt(), now, wrong);
        checkDistance("lobbyOpensAt", terms.lobbyOpensAt(), now, wrong);
        checkDistance("onSaleAt", terms.onSaleAt(), now, wrong);
        checkDistance("salesEndAt", terms.salesEndAt(), now, wrong);
        if (!terms.startsAt().isAfter(now)
                && !(current != null && current.startsAt().equals(terms.startsAt()))) {
            wrong.add(new InvalidField.Field("startsAt", "over"));
        }
        if (terms.lobbyOpensAt().isAfter(terms.onSaleAt())) {
            wrong.add(new InvalidField.Field("lobbyOpensAt", "lobby-after-sale"));
        }
        if (!terms.onSaleAt().isBefore(terms.salesEndAt())) {
            wrong.add(new InvalidField.Field("onSaleAt", "sale-after-its-end"));
        }
        if (!terms.salesEndAt().isAfter(now)
                && !(current != null && current.salesEndAt().equals(terms.salesEndAt()))) {
            wrong.add(new InvalidField.Field("salesEndAt", "over"));
        }
        if (terms.salesEndAt().isAfter(terms.startsAt())) {
            wrong.add(new InvalidField.Field("salesEndAt", "sale-after-start"));
        }
        Instant doorsAt = terms.facts().doorsAt();
        if (doorsAt != null && doorsAt.isAfter(terms.startsAt())) {
            wrong.add(new InvalidField.Field("doorsAt", "doors-after-start"));
        } else if (doorsAt != null) {
            checkDistance("doorsAt", doorsAt, now, wrong);
        }
        if (!RefundFees.isValid(terms.refundFees())) {
            wrong.add(new InvalidField.Field("refundFees", "fees"));
        }
        return wrong;
    }

    private static void checkDistance(String field, Instant time, Instant now, List<InvalidField.Field> wrong) {
        if (Duration.between(now, time).abs().compareTo(MAX_DISTANCE) > 0) {
            wrong.add(new InvalidField.Field(field, "unforeseeable"));
        }
    }

    private static List<RefundFee> refundFees(EventRequest request) {
        return request.refundFees() == null
                ? RefundFees.STANDARD
                : RefundFees.sorted(request.refundFees().stream()
                        .map(fee -> new RefundFee(fee.daysBefore(), fee.percent()))
                        .toList());
    }

    /** Empty ones are left out, so that a language without words of its own is none. */
    private static List<Texts> texts(EventRequest request) {
        List<EventRequest.TextsRequest> asked = requireNonNullElse(request.texts(), List.of());
        List<Texts> texts = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Texts said = asked.get(i).toTexts();
            if (texts.stream().anyMatch(other -> other.language().equals(said.language()))) {
                throw new InvalidField("texts[" + i + "].language", "language-twice");
            }
            texts.add(said);
        }
        texts.removeIf(Texts::isEmpty);
        return List.copyOf(texts);
    }

    private Instant defaultLobbyOpening(Instant onSaleAt) {
        return onSaleAt.isBefore(Instant.MIN.plus(defaults.lobby())) ? onSaleAt : onSaleAt.minus(defaults.lobby());
    }

    /** The columns are DATETIME(3); finer fractions would be rounded by the database. */
    private static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
