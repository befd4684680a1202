package podo.web.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How far back the charts of a board go. */
public enum BoardRange {
    QUARTER("15m", Duration.ofMinutes(15), Duration.ofSeconds(5)),
    THREE_HOURS("3h", Duration.ofHours(3), Duration.ofMinutes(1)),
    DAY("24h", Duration.ofHours(24), Duration.ofMinutes(1)),
    ALL("all", null, Duration.ofMinutes(1));

    private final String code;
    private final @Nullable Duration length;
    private final Duration every;

    BoardRange(String code, @Nullable Duration length, Duration every) {
        this.code = code;
        this.length = length;
        this.every = every;
    }

    /** The last quarter of an hour for what is unknown. */
    public static BoardRange of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(range -> range.code.equals(code))
                .findFirst()
                .orElse(QUARTER);
    }

    /** As in the page's address and in the keys of its texts. */
    public String code() {
        return code;
    }

    /** How often an open board reads its charts again (ms). */
    public long everyMillis() {
        return every.toMillis();
    }

    Instant start(Instant now) {
        return length == null ? Instant.EPOCH : now.minus(length);
    }
}
