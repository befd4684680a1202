package podo.web.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.web.label.DirectionIsolation;
import podo.web.orders.OrganiserOrderClient.Happening;
import podo.web.page.Won;
import podo.web.page.Words;

/** The history of an order in words. What this version has no words for is shown by its name. */
@Component
class Happenings {

    /** @param text what happened; {@code more} its reason or note, as it was written */
    record Line(
            Instant at,
            String text,
            @Nullable String by,
            @Nullable String more) {}

    private static final Set<String> KINDS = Set.of(
            "BOOKED",
            "TICKETS_ISSUED",
            "CHARGE_TRIED",
            "PAID",
            "REFUND_ASKED",
            "REFUNDED",
            "TICKETS_SENT",
            "MOVED",
            "NOTED",
            "HANDED_OVER");

    private static final Map<String, String> KNOWN_REASONS = Map.of(
            "the fan gave it back", "order.reason.fan",
            "the show was cancelled", "order.reason.show");

    private final Words words;
    private final Won won;
    private final DirectionIsolation bidi;

    Happenings(Words words, Won won, DirectionIsolation bidi) {
        this.words = words;
        this.won = won;
        this.bidi = bidi;
    }

    List<Line> of(OrganiserOrderClient.Order order) {
        return order.history() == null
                ? List.of()
                : order.history().stream().map(this::line).toList();
    }

    private Line line(Happening happening) {
        return new Line(
                happening.at(),
                KINDS.contains(happening.kind()) ? text(happening) : happening.kind(),
                happening.by(),
                more(happening));
    }

    private String text(Happening happening) {
        String key = "order.event." + happening.kind();
        return switch (happening.kind()) {
            case "PAID", "REFUNDED" -> words.of(key, won.of(number(happening, "amount")));
            case "REFUND_ASKED" ->
                words.of(
                        key,
                        number(happening, "seats"),
                        won.of(number(happening, "amount")),
                        won.of(number(happening, "fee")));
            case "MOVED" -> words.of(key, bidi.of(string(happening, "from")), bidi.of(string(happening, "to")));
            case "HANDED_OVER" -> words.of(key, name(happening, "from"), name(happening, "to"));
            case "CHARGE_TRIED" -> words.of(key, outcome(happening));
            default -> words.of(key);
        };
    }

    private String outcome(Happening happening) {
        String code = string(happening, "code");
        return code.isEmpty() ? string(happening, "state") : code;
    }

    private @Nullable String more(Happening happening) {
        return switch (happening.kind()) {
            case "REFUND_ASKED" -> {
                String reason = string(happening, "reason");
                String known = KNOWN_REASONS.get(reason);
                yield known == null ? reason : words.of(known);
            }
            case "NOTED" -> string(happening, "note");
            case "HANDED_OVER" -> string(happening, "seats");
            case "MOVED" -> {
                long difference = number(happening, "priceDifference");
                yield difference == 0 ? null : words.of("order.event.difference", won.of(difference));
            }
            default -> null;
        };
    }

    /** Of an account that is deleted there is none. */
    private String name(Happening happening, String member) {
        String name = string(happening, member);
        return name.isEmpty() ? words.of("order.nobody") : bidi.of(name);
    }

    private static String string(Happening happening, String member) {
        Object value = happening.detail().get(member);
        return value == null ? "" : value.toString();
    }

    private static long number(Happening happening, String member) {
        return happening.detail().get(member) instanceof Number number ? number.longValue() : 0;
    }
}
