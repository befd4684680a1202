package podo.notification.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a webhook can be told. */
public enum WebhookType {
    ORDER_PAID("order.paid"),
    ORDER_REFUNDED("order.refunded"),
    TICKET_CHECKED_IN("ticket.checked_in"),
    TICKET_CHECK_IN_UNDONE("ticket.check_in_undone"),
    EVENT_PUBLISHED("event.published"),
    EVENT_CHANGED("event.changed"),
    EVENT_CANCELLED("event.cancelled");

    private final String word;

    WebhookType(String word) {
        this.word = word;
    }

    /** As it is written in messages and requests. */
    @JsonValue
    public String word() {
        return word;
    }

    static Optional<WebhookType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    @JsonCreator
    static WebhookType of(String word) {
        return find(word).orElseThrow(() -> new IllegalArgumentException("no such type"));
    }

    static String words(Set<WebhookType> types) {
        return types.stream().sorted().map(WebhookType::word).collect(Collectors.joining(" "));
    }

    /** A word that this version does not know is left out. */
    static Set<WebhookType> read(String words) {
        Set<WebhookType> types = EnumSet.noneOf(WebhookType.class);
        Arrays.stream(words.split(" "))
                .map(WebhookType::find)
                .flatMap(Optional::stream)
                .forEach(types::add);
        return types;
    }
}
