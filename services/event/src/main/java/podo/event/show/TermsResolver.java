package podo.event.show;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import podo.contracts.event.Show.RefundFee;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.starter.problem.InvalidField;

/** Makes terms of a wish: fills in what is usual, and refuses times and fees that contradict each other. */
@Component
class TermsResolver {

    private static final Duration FORESEEABLE = Duration.ofDays(3650);

    private final EventSettings.Defaults defaults;
    private final Clock clock;

    TermsResolver(EventSettings settings, Clock clock) {
        this.defaults = settings.defaults();
        this.clock = clock;
    }

    Terms on(EventRequest wish) {
        List<RefundFee> fees = fees(wish);
        Terms terms = new Terms(
                wish.title().strip(),
                requireNonNullElse(wish.description(), "").strip(),
                wish.venueId(),
                millis(wish.startsAt()),
                millis(requireNonNullElse(wish.lobbyOpensAt(), before(wish.onSaleAt()))),
                millis(wish.onSaleAt()),
                millis(requireNonNullElse(wish.salesEndAt(), wish.startsAt())),
                requireNonNullElse(wish.seatsPerFan(), defaults.seatsPerFan()),
                wish.grades().stream().map(EventRequest.GradeWish::grade).toList(),
                requireNonNullElse(wish.admissionPerSecond(), defaults.admissionPerSecond()),
                requireNonNullElse(wish.admissionCap(), defaults.admissionCap()),
                requireNonNullElse(wish.extensions(), defaults.extensions()),
                requireNonNullElse(wish.singleSeatPolicy(), SingleSeatPolicy.WARN),
                fees);
        List<InvalidField.Field> wrong = contradictions(terms);
        if (!wrong.isEmpty()) {
            throw new InvalidField(wrong);
        }
        return terms;
    }

    private List<InvalidField.Field> contradictions(Terms terms) {
        Instant now = clock.instant();
        List<InvalidField.Field> wrong = new ArrayList<>();
        foreseeable("startsAt", terms.startsAt(), now, wrong);
        foreseeable("lobbyOpensAt", terms.lobbyOpensAt(), now, wrong);
        foreseeable("onSaleAt", terms.onSaleAt(), now, wrong);
        foreseeable("salesEndAt", terms.salesEndAt(), now, wrong);
        if (!terms.startsAt().isAfter(now)) {
            wrong.add(new InvalidField.Field("startsAt", "over"));
        }
        if (terms.lobbyOpensAt().isAfter(terms.onSaleAt())) {
            wrong.add(new InvalidField.Field("lobbyOpensAt", "lobby-after-sale"));
        }
        if (!terms.onSaleAt().isBefore(terms.salesEndAt())) {
            wrong.add(new InvalidField.Field("onSaleAt", "sale-after-its-end"));
        }
        if (!terms.salesEndAt().isAfter(now)) {
            wrong.add(new InvalidField.Field("salesEndAt", "over"));
        }
        if (terms.salesEndAt().isAfter(terms.startsAt())) {
            wrong.add(new InvalidField.Field("salesEndAt", "sale-after-start"));
        }
        if (!RefundFees.makeSense(terms.refundFees())) {
            wrong.add(new InvalidField.Field("refundFees", "fees"));
        }
        return wrong;
    }

    private static void foreseeable(String field, Instant time, Instant now, List<InvalidField.Field> wrong) {
        if (Duration.between(now, time).abs().compareTo(FORESEEABLE) > 0) {
            wrong.add(new InvalidField.Field(field, "unforeseeable"));
        }
    }

    private static List<RefundFee> fees(EventRequest wish) {
        return wish.refundFees() == null
                ? RefundFees.USUAL
                : RefundFees.sorted(wish.refundFees().stream()
                        .map(fee -> new RefundFee(fee.daysBefore(), fee.percent()))
                        .toList());
    }

    private Instant before(Instant onSaleAt) {
        return onSaleAt.isBefore(Instant.MIN.plus(defaults.lobby())) ? onSaleAt : onSaleAt.minus(defaults.lobby());
    }

    /** As the database keeps them. */
    private static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
