package podo.inventory.hold.line;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import podo.inventory.hold.line.PresaleClient.Presale;
import podo.starter.problem.Unavailable;
import podo.starter.security.EntryPass;
import podo.starter.security.NoPass;

/**
 * The presales that are open now. An answer of reservation is used for a second, and for 10 s while reservation does not answer; after that nothing is
 * held in a presale. Passes of the general sale are never asked for.
 */
@Component
public class OpenPresales {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration USED = Duration.ofSeconds(10);

    private record Known(Optional<Presale> presale, Instant at) {}

    private final Cache<Long, Known> known =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final PresaleClient client;
    private final Clock clock;

    OpenPresales(PresaleClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Throws {@link NoPass} for a pass of a presale that is over or was switched off. */
    public void check(EntryPass pass) {
        if (EntryPass.presaleOf(pass.id()).isPresent() && find(pass.id()).isEmpty()) {
            throw new NoPass("presale-over");
        }
    }

    /** The presale whose line gave the pass of this id, while it is open; empty for any other pass. */
    public Optional<Presale> find(String passId) {
        OptionalLong id = EntryPass.presaleOf(passId);
        return id.isEmpty()
                ? Optional.empty()
                : latest(id.getAsLong()).filter(presale -> presale.isOpenAt(clock.instant()));
    }

    private Optional<Presale> latest(long id) {
        Instant now = clock.instant();
        Known last = known.getIfPresent(id);
        if (last != null && now.isBefore(last.at().plus(FRESH))) {
            return last.presale();
        }
        return ask(id, last, now);
    }

    private Optional<Presale> ask(long id, @Nullable Known last, Instant now) {
        try {
            return remember(id, Optional.of(client.presale(id)), now);
        } catch (HttpClientErrorException.NotFound e) {
            return remember(id, Optional.empty(), now);
        } catch (RuntimeException e) {
            if (last != null && now.isBefore(last.at().plus(USED))) {
                return last.presale();
            }
            throw new Unavailable();
        }
    }

    private Optional<Presale> remember(long id, Optional<Presale> presale, Instant now) {
        known.put(id, new Known(presale, now));
        return presale;
    }
}
