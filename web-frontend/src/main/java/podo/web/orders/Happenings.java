package podo.web.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.web.client.ListedEvent;
import podo.web.label.ChangeLabels;
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
            "BUYER_TOLD",
            "TICKETS_SENT",
            "MAIL_SENT",
            "MOVED",
            "NOTED",
            "NAMED",
            "HANDED_OVER",
            "HANDED_BACK",
            "LET_IN",
            "ENTRY_UNDONE",
            "SOLD_AT_DESK");

    private static final Set<String> CHARGE_STATES =
            Set.of("STARTED", "SENT", "UNKNOWN", "APPROVED", "DECLINED", "DROPPED");

    private static final Map<String, String> KNOWN_REASONS = Map.of(
            "the fan gave it back", "order.reason.fan",
            "the fan gave it back because the show was changed", "order.reason.free",
            "the show was cancelled", "order.reason.show");

    private final Words words;
    private final Won won;
    private final DirectionIsolation bidi;
    private final ChangeLabels changes;

    Happenings(Words words, Won won, DirectionIsolation bidi, ChangeLabels changes) {
        this.words = words;
        this.won = won;
        this.bidi = bidi;
        this.changes = changes;
    }

    List<Line> of(OrganiserOrderClient.Order order) {
        return order.history() == null
                ? List.of()
                : order.history().stream()
                        .map(happening -> line(happening, order))
                        .toList();
    }

    private Line line(Happening happening, OrganiserOrderClient.Order order) {
        return new Line(
                happening.at(),
                KINDS.contains(happening.kind()) ? text(happening) : happening.kind(),
                happening.by(),
                happening.kind().equals("BUYER_TOLD") ? told(happening, order) : more(happening));
    }

    /** What the buyer was told, on one line. */
    private @Nullable String told(Happening happening, OrganiserOrderClient.Order order) {
        long id = number(happening, "changeId");
        List<OrganiserOrderClient.ToldChange> told = order.changes() == null ? List.of() : order.changes();
        return told.stream()
                .filter(change -> change.id() == id)
                .map(change -> new ListedEvent.Change(change.at(), change.fields(), change.note(), change.freeUntil()))
                .map(changes::sentence)
                .findFirst()
                .orElse(null);
    }

    private String text(Happening happening) {
        String key = "order.event." + happening.kind();
        return switch (happening.kind()) {
            case "PAID", "REFUNDED" -> moved(happening);
            case "SOLD_AT_DESK" -> words.of(key, words.of(wayKey(happening)), won.of(number(happening, "amount")));
            case "HANDED_BACK" -> words.of(key, won.of(number(happening, "amount")));
            case "REFUND_ASKED" ->
                words.of(
                        key,
                        number(happening, "seats"),
                        won.of(number(happening, "amount")),
                        won.of(number(happening, "fee")));
            case "MOVED" -> words.of(key, bidi.of(string(happening, "from")), bidi.of(string(happening, "to")));
            case "NAMED" -> named(happening);
            case "LET_IN", "ENTRY_UNDONE" ->
                words.of(key, bidi.of(string(happening, "seats")), bidi.of(string(happening, "gate")));
            case "HANDED_OVER" -> words.of(key, name(happening, "from"), name(happening, "to"));
            case "CHARGE_TRIED" -> words.of(key, outcome(happening));
            default -> words.of(key);
        };
    }

    /** By a member of the team, or by the ticket's holder, who may have taken the name away. */
    private String named(Happening happening) {
        String seats = bidi.of(string(happening, "seats"));
        return happening.by() != null
                ? words.of("order.event.NAMED", seats)
                : words.of("order.event.NAMED.holder", seats, name(happening, "holder"));
    }

    /** At the box office the way of payment is said, since no bank moved the money. */
    private String moved(Happening happening) {
        String amount = won.of(number(happening, "amount"));
        String key = "order.event." + happening.kind();
        return isAtDesk(happening)
                ? words.of(key + ".desk", amount, words.of(wayKey(happening)))
                : words.of(key, amount);
    }

    private static boolean isAtDesk(Happening happening) {
        return OrganiserOrderClient.DESK_WAYS.contains(string(happening, "way"));
    }

    private static String wayKey(Happening happening) {
        return "desk.way." + (isAtDesk(happening) ? string(happening, "way") : "BANK");
    }

    /** With the bank's code, where it gave one. */
    private String outcome(Happening happening) {
        String code = string(happening, "code");
        String state = string(happening, "state");
        String inWords = CHARGE_STATES.contains(state) ? words.of("order.charge." + state) : state;
        return code.isEmpty() ? inWords : words.of("order.charge.code", inWords, code);
    }

    private @Nullable String more(Happening happening) {
        return switch (happening.kind()) {
            case "REFUND_ASKED" -> {
                String reason = string(happening, "reason");
                String known = KNOWN_REASONS.get(reason);
                yield known == null ? reason : words.of(known);
            }
            case "NOTED" -> string(happening, "note");
            case "SOLD_AT_DESK" -> string(happening, "reason");
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
