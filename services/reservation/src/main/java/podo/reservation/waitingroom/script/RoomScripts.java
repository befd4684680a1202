package podo.reservation.waitingroom.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The Lua scripts that create a room and write its draw. Each may be repeated. */
@Component
public class RoomScripts {

    /** How {@link #assign} treats the fans of a drawn list. */
    public enum Assignment {
        /** Fans whose ticket is on the list get their number. */
        DRAWN,
        /** Fans whom Redis had lost before it closed its own list are added. */
        LOST,
        /** The room itself was lost and is written again. */
        REBUILT
    }

    /** The end of a draw, or the shortage that prevents it. */
    public record DrawEnd(@Nullable NumberShortage shortage) implements ScriptAnswer {

        @Override
        public boolean isRoomMissing() {
            return false;
        }
    }

    private final LineScripts scripts;

    public RoomScripts(LineScripts scripts) {
        this.scripts = scripts;
    }

    /** Creates the room; of a room that exists only the times are changed. */
    public void layout(long eventId, RoomLayout layout) {
        scripts.run("layout", eventId, layout.args());
    }

    /** Grants the numbers after {@code before} up to {@code last}, which the database has reserved. */
    public void grant(long eventId, NumberShortage shortage, long before, long last) {
        scripts.run("grant", eventId, shortage.process(), before, last);
    }

    /** @param served with REBUILT the highest number that had been offered to enter, else 0 */
    public void assign(long eventId, Assignment mode, long served, List<DrawnPlace> places) {
        List<Object> args = new ArrayList<>(List.of(mode.name().toLowerCase(java.util.Locale.ROOT), served));
        places.forEach(place -> args.addAll(List.of(place.number(), place.fanId(), place.ticketId())));
        scripts.run("assign", eventId, args.toArray());
    }

    /** Places fans behind the drawn list, because the published list was closed without them. */
    public void append(long eventId, Map<String, Long> fansByTicket) {
        List<Object> args = new ArrayList<>();
        fansByTicket.forEach((ticketId, fanId) -> args.addAll(List.of(fanId, ticketId)));
        scripts.run("append", eventId, args.toArray());
    }

    /** Ends the draw of so many fans. */
    public DrawEnd finish(long eventId, int drawn) {
        return new DrawEnd(NumberShortage.read(scripts.run("finish", eventId, drawn)));
    }
}
