package podo.reservation.waitingroom.rehearsal.scripted;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import podo.contracts.inventory.HiddenCopies;
import podo.reservation.waitingroom.rehearsal.scripted.HiddenCopyClient.Copy;
import podo.reservation.waitingroom.rehearsal.simulation.RehearsalPlan;
import podo.reservation.waitingroom.rehearsal.simulation.SaleConditions;
import podo.reservation.waitingroom.rehearsal.simulation.SalePrediction;
import podo.reservation.waitingroom.rehearsal.simulation.SaleSetting;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.RoomSettings;

/** Lets scripted fans play a small sale on a hidden copy of an event, beside what is predicted for the same fans, seats and settings. */
@Component
public class ScriptedRehearsals {

    private static final Logger log = LoggerFactory.getLogger(ScriptedRehearsals.class);
    private static final Duration SOME_TICKS = Duration.ofSeconds(3);

    /** A small sale within two minutes: fans come within 20 s, pay after 10 s, and who does not pay gives the seats back after 30 s. */
    private static final int OVER_SECONDS = 20;

    private static final int PAY_SECONDS = 10;
    private static final int HOLD_SECONDS = 30;
    private static final int MOST_A_SECOND = 20;
    private static final int LEAST_A_SECOND = 5;
    private static final int MOST_INSIDE = 200;

    private static final int PREDICTED_SALES = 200;
    private static final double NO_PAYMENTS = 1_000_000;

    private final HiddenRooms rooms;
    private final HiddenCopyClient inventory;
    private final ScriptedSale sale;
    private final SalesNearby sales;
    private final ScriptedSettings settings;
    private final RoomSettings roomSettings;
    private final Clock clock;

    ScriptedRehearsals(
            HiddenRooms rooms,
            HiddenCopyClient inventory,
            ScriptedSale sale,
            SalesNearby sales,
            ScriptedSettings settings,
            RoomSettings roomSettings,
            Clock clock) {
        this.rooms = rooms;
        this.inventory = inventory;
        this.sale = sale;
        this.sales = sales;
        this.settings = settings;
        this.roomSettings = roomSettings;
        this.clock = clock;
    }

    /** Throws {@link ScriptedFansOff} or {@link RehearsalBesideSale}. */
    public void requireAllowed() {
        if (!settings.enabled()) {
            throw new ScriptedFansOff();
        }
        sales.refuseBesideThem();
    }

    /** Whether another event is rehearsed with scripted fans, or what is left of that is not removed yet. */
    public boolean isRunning() {
        return rooms.isThereOne();
    }

    public Duration longest() {
        return settings.longest();
    }

    /** @param goOn is called several times a second; what it throws ends the sale, and then too nothing of it is left */
    public MeasuredSale play(Room original, RehearsalPlan plan, SaleSetting found, Runnable goOn) {
        SaleSetting setting = new SaleSetting(
                Math.clamp(found.rate(), LEAST_A_SECOND, MOST_A_SECOND),
                Math.min(found.cap(), MOST_INSIDE),
                HOLD_SECONDS);
        RehearsalPlan small = new RehearsalPlan(
                Math.min(plan.fans(), settings.fans()),
                plan.arrival(),
                OVER_SECONDS,
                plan.seatsPerFan(),
                PAY_SECONDS,
                plan.absentPercent());
        long copyId = HiddenCopies.idAt(clock.instant());
        if (sales.isBusy() || !rooms.open(copyId, original.organiserId(), setting)) {
            return MeasuredSale.without(MeasuredSale.End.BUSY);
        }
        try {
            int seats = inventory
                    .lay(copyId, new Copy(original.eventId(), settings.seats(), plan.seatsPerFan()))
                    .seats();
            if (seats == 0) {
                return MeasuredSale.without(MeasuredSale.End.NO_SEATS);
            }
            SalePrediction predicted =
                    SalePrediction.of(small, conditions(seats), setting, PREDICTED_SALES, -copyId, goOn);
            return sale.play(rooms.require(copyId), small, setting, seats, goOn).comparedWith(predicted);
        } catch (CancellationException cancelled) {
            throw cancelled; // which is an IllegalStateException too
        } catch (RestClientException | IllegalStateException e) {
            log.warn("The hidden copy of event {} could not be played: {}", original.eventId(), e.toString());
            return MeasuredSale.without(MeasuredSale.End.BROKEN);
        } finally {
            remove(copyId);
        }
    }

    private SaleConditions conditions(int seats) {
        return new SaleConditions(
                seats,
                roomSettings::allowedInside,
                roomSettings.offer().toSeconds(),
                roomSettings.pass().toSeconds(),
                0,
                NO_PAYMENTS);
    }

    /** What cannot be removed now is removed by the sweepers of both services. */
    void remove(long copyId) {
        try {
            rooms.removeRow(copyId);
            Thread.sleep(SOME_TICKS); // also for calls that are still on their way
            rooms.removeKeys(copyId);
            inventory.remove(copyId);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("What is left of the hidden copy {} is swept within minutes: {}", copyId, e.toString());
        }
    }
}
