package podo.starter.key;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a team's key may be used for. Which calls that are stands in {@link KeyCalls}. */
public enum ApiScope {
    EVENTS_READ("events:read", false),
    EVENTS_WRITE("events:write", false),
    ORDERS_READ("orders:read", false),
    ORDERS_WRITE("orders:write", false),
    CHECKINS_WRITE("checkins:write", false),
    /** The money report, and the lines of all orders of an event at once. */
    MONEY_READ("money:read", true);

    private final String word;
    private final boolean money;

    ApiScope(String word, boolean money) {
        this.word = word;
        this.money = money;
    }

    /** As it is written in requests and tokens. */
    @JsonValue
    public String word() {
        return word;
    }

    /** Whether its calls take a log-in by passkey of people, and so the making of such a key. */
    public boolean isForMoney() {
        return money;
    }

    /** Empty for a word that this version does not know. */
    public static Optional<ApiScope> find(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }

    @JsonCreator
    static ApiScope of(String word) {
        return find(word).orElseThrow(() -> new IllegalArgumentException("no such scope"));
    }
}
