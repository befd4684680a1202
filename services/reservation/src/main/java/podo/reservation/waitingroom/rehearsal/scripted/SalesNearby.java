package podo.reservation.waitingroom.rehearsal.scripted;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.HiddenCopies;
import podo.reservation.waitingroom.line.LineStatuses;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.starter.jdbc.Utc;

/** Whether fans of real sales would feel scripted ones: somebody waits or is inside, or a sale opens within minutes. */
@Component
class SalesNearby {

    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

    private final Rooms rooms;
    private final LineStatuses lines;
    private final JdbcClient jdbc;
    private final ScriptedSettings settings;
    private final Clock clock;

    SalesNearby(Rooms rooms, LineStatuses lines, JdbcClient jdbc, ScriptedSettings settings, Clock clock) {
        this.rooms = rooms;
        this.lines = lines;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Throws {@link RehearsalBesideSale}. */
    void refuseBesideThem() {
        Instant now = clock.instant();
        Instant soon = now.plus(settings.beforeSales());
        boolean opens = jdbc.sql("""
                                SELECT COUNT(*) FROM room
                                WHERE event_id > ? AND NOT cancelled AND on_sale_at > ? AND on_sale_at <= ?
                                """)
                        .params(HiddenCopies.HIGHEST, Utc.column(now), Utc.column(soon))
                        .query(Long.class)
                        .single()
                > 0;
        if (opens) {
            throw new RehearsalBesideSale(settings.beforeSales());
        }
        if (isBusy()) {
            throw new RehearsalBesideSale(ASK_AGAIN);
        }
    }

    boolean isBusy() {
        return rooms.findActive().stream()
                        .filter(room -> !HiddenCopies.isOne(room.eventId()))
                        .filter(room -> !clock.instant().isBefore(room.onSaleAt()) && !rooms.isOver(room))
                        .mapToLong(this::fans)
                        .sum()
                >= settings.busyFrom();
    }

    private long fans(Room room) {
        LineStatuses.LineStatus line = lines.status(room);
        return line.waiting() + line.inside();
    }
}
