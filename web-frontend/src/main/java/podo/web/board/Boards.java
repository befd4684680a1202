package podo.web.board;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import podo.web.client.RoomClient;
import podo.web.client.RoomClient.History;
import podo.web.client.RoomClient.MoneyHistory;
import podo.web.client.ServiceRefusal;
import podo.web.parallel.SideBySide;

/** Reads boards. The line's controls are shown also while its history cannot be read. */
@Component
public class Boards {

    private record MoneyAnswer(@Nullable MoneyHistory history, boolean passkeyNeeded) {}

    private static final Logger log = LoggerFactory.getLogger(Boards.class);

    private final RoomClient rooms;
    private final BoardTables tables;
    private final Clock clock;

    Boards(RoomClient rooms, BoardTables tables, Clock clock) {
        this.rooms = rooms;
        this.tables = tables;
        this.clock = clock;
    }

    /** The figures of the moment with the tables of the charts. */
    public Board read(long eventId, BoardRange range) {
        return read(eventId, range, range.start(clock.instant()), true);
    }

    /** The figures of the moment alone. */
    public Board readFigures(long eventId) {
        return read(eventId, BoardRange.QUARTER, clock.instant(), false);
    }

    private Board read(long eventId, BoardRange range, Instant from, boolean withTables) {
        History history;
        MoneyAnswer money;
        try (var calls = SideBySide.open()) {
            var asked = calls.start(() -> history(eventId, from));
            var sums = calls.start(() -> money(eventId, from));
            history = asked.result();
            money = sums.result();
        }
        return new Board(
                clock.instant(),
                range,
                history == null ? null : history.now(),
                history == null ? List.of() : history.grades(),
                history == null ? List.of() : history.areas(),
                money.history() == null ? null : money.history().now(),
                money.passkeyNeeded(),
                history == null || !withTables ? List.of() : tables.of(history, money.history()));
    }

    /** Null while it cannot be read; that the event is another's, the caller learns from the line itself. */
    private @Nullable History history(long eventId, Instant from) {
        try {
            return rooms.history(eventId, from.toString());
        } catch (ServiceRefusal | RestClientException | IllegalStateException e) {
            log.debug("The history of event {} could not be read: {}", eventId, e.toString());
            return null;
        }
    }

    private MoneyAnswer money(long eventId, Instant from) {
        try {
            return new MoneyAnswer(rooms.money(eventId, from.toString()), false);
        } catch (ServiceRefusal | RestClientException | IllegalStateException e) {
            return new MoneyAnswer(null, e instanceof ServiceRefusal refusal && refusal.is("passkey-required"));
        }
    }
}
