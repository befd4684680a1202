package podo.reservation.waitingroom.script;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The Lua scripts that move a line and read its state. */
@Component
public class AdmissionScripts {

    private final LineScripts scripts;

    public AdmissionScripts(LineScripts scripts) {
        this.scripts = scripts;
    }

    /** Admits fans, unless another instance did so in this interval. */
    public TickResult tick(long eventId, TickCommand command) {
        return TickResult.read(scripts.run("tick", eventId, command.args()));
    }

    /** Stops offers until the next tick, which knows new levers. */
    public void suspend(long eventId) {
        scripts.run("suspend", eventId);
    }

    /** Empty while the room is not in Redis. */
    public Optional<LineSnapshot> snapshot(long eventId) {
        return LineSnapshot.read(scripts.run("snapshot", eventId));
    }
}
