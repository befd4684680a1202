package podo.stack.chaos;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the panel breaks, and how. */
enum BreakableServer {
    REDIS(true),
    KAFKA(true),
    PAYMENT(false);

    private final boolean frozen;
    private final Pattern processes = Pattern.compile(word() + "(-[0-9]+)?");

    BreakableServer(boolean frozen) {
        this.frozen = frozen;
    }

    /** Whether it is frozen for a time; else it is killed, and the supervisor starts it again. */
    boolean isFrozen() {
        return frozen;
    }

    /** Its name in addresses and messages. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the process of this name in the run folder is one of its instances. */
    boolean isProcess(String name) {
        return processes.matcher(name).matches();
    }

    static Optional<BreakableServer> of(String word) {
        for (var server : values()) {
            if (server.word().equals(word)) {
                return Optional.of(server);
            }
        }
        return Optional.empty();
    }
}
