package podo.reservation.waitingroom.rehearsal;

import java.time.Clock;
import org.springframework.stereotype.Component;
import podo.reservation.waitingroom.rehearsal.scripted.ScriptedRehearsals;
import podo.reservation.waitingroom.rehearsal.simulation.SaleConditions;
import podo.reservation.waitingroom.rehearsal.simulation.SaleSetting;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.RoomSettings;

/** Makes the run of a rehearsal from the room and the settings of this installation. */
@Component
class RehearsalRuns {

    private final RehearsalReports reports;
    private final RehearsalSettings settings;
    private final RoomSettings roomSettings;
    private final ScriptedRehearsals scripted;
    private final Clock clock;

    RehearsalRuns(
            RehearsalReports reports,
            RehearsalSettings settings,
            RoomSettings roomSettings,
            ScriptedRehearsals scripted,
            Clock clock) {
        this.reports = reports;
        this.settings = settings;
        this.roomSettings = roomSettings;
        this.scripted = scripted;
        this.clock = clock;
    }

    /** Throws why scripted fans may not come now. */
    void requireScriptedAllowed() {
        scripted.requireAllowed();
        if (scripted.isRunning()) {
            throw new RehearsalRunning(scripted.longest().toSeconds());
        }
    }

    /** @param holdSeconds how long the event's seats are held today */
    RehearsalRun of(Room room, int holdSeconds, RehearsalReport begun) {
        SaleConditions conditions = new SaleConditions(
                begun.seats(),
                roomSettings::allowedInside,
                roomSettings.offer().toSeconds(),
                roomSettings.pass().toSeconds(),
                roomSettings.silenceInside().toSeconds(),
                settings.purchasesPerSecond());
        SaleSetting now = new SaleSetting(room.rate(), room.cap(), holdSeconds);
        return new RehearsalRun(
                begun,
                conditions,
                now,
                clock,
                report -> reports.write(room.eventId(), report, settings.kept()),
                (plan, found, goOn) -> scripted.play(room, plan, found, goOn));
    }
}
