package podo.reservation.waitingroom.estimate;

import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.RoomSettings;
import podo.reservation.waitingroom.script.TickResult;

/** Estimates the wait in one line from what its ticks showed. */
public final class WaitEstimate {

    /** A range wider than this share of the wait is not shown. */
    private static final double TOO_WIDE = 0.6;

    /** Standard deviations within which nine waits of ten lie. */
    private static final double CONFIDENCE = 1.8;

    private static final double MEMORY_SECONDS = 180;
    private static final double VARIATION_SECONDS = 14;

    /** What is averaged over ticks: how health varies and how fast seats are sold. */
    private record Averages(
            double seconds, double usual, double variance, long sellable, double sold, double occupied) {

        static final Averages INITIAL = new Averages(60, 1, 0.025, -1, 0, 0);

        Averages and(double health, long sellable, long taken, double seconds) {
            double weight = seconds / Math.min(MEMORY_SECONDS, this.seconds + seconds);
            double deviation = health - usual;
            double drop = sellable < 0 || this.sellable < 0 ? 0 : this.sellable - sellable;
            return new Averages(
                    this.seconds + seconds,
                    usual + weight * deviation,
                    (1 - weight) * (variance + weight * deviation * deviation),
                    sellable,
                    sold * 0.99 + drop,
                    occupied * 0.99 + taken * seconds);
        }
    }

    /** One forecast with the observed life table, one that assumes long stays where nothing was observed. */
    private record Forecasts(WaitForecast likely, WaitForecast cautious) {}

    private final Averages averages;
    private final WaitForecast.Now now;
    private final SlotLifeTable lifeTable;
    private volatile @Nullable Forecasts forecasts;

    private WaitEstimate(Averages averages, WaitForecast.Now now, SlotLifeTable lifeTable) {
        this.averages = averages;
        this.now = now;
        this.lifeTable = lifeTable;
    }

    /** The next estimate, from what the last tick showed; {@code sellable} is -1 when unknown. */
    static WaitEstimate after(
            @Nullable WaitEstimate before,
            TickResult.Progress progress,
            Room room,
            long sellable,
            double health,
            RoomSettings settings) {
        long taken = progress.taken();
        Averages averages = (before == null ? Averages.INITIAL : before.averages)
                .and(health, sellable, taken, settings.tick().toMillis() / 1_000.0);
        LongUnaryOperator allowed = settings::allowedInside;
        WaitForecast.Now now = new WaitForecast.Now(
                room.rate(),
                health,
                averages.usual(),
                taken,
                room.cap(),
                sellable,
                Math.max(0, averages.sold()) / Math.max(1, averages.occupied()),
                allowed,
                progress.silentShare(),
                progress.leaveRate());
        return new WaitEstimate(
                averages,
                now,
                SlotLifeTable.read(progress.lifeTable(), progress.ageWidth().toMillis() / 1_000.0));
    }

    /** The wait of a fan with so many ahead; null while nobody is admitted or too little was observed. */
    @Nullable
    Wait waitBehind(long ahead) {
        Forecasts both = forecasts();
        double fans = ahead + 1;
        Wait likely = waitOf(fans, both.likely());
        Wait cautious = waitOf(fans, both.cautious());
        if (likely == null || cautious == null) {
            return null;
        }
        double seconds = (likely.seconds() + cautious.seconds()) / 2;
        WaitRange range = new WaitRange(likely.range().from(), cautious.range().to());
        return range.to() - range.from() > TOO_WIDE * seconds + 30 ? null : new Wait(seconds, range);
    }

    private @Nullable Wait waitOf(double fans, WaitForecast forecast) {
        double seconds = forecast.secondsUntil(fans);
        double dependent = forecast.dependentOnDepartures(fans);
        if (Double.isInfinite(seconds) || dependent > 0.1 * fans && !lifeTable.isReliable()) {
            return null;
        }
        double memory = Math.min(MEMORY_SECONDS, averages.seconds());
        double variation = Math.sqrt(averages.variance()
                        * 2
                        * VARIATION_SECONDS
                        * (1 / (seconds + 2 * VARIATION_SECONDS) + 1 / (2 * memory + 2 * VARIATION_SECONDS)))
                / averages.usual()
                * (fans - dependent);
        double deviation = CONFIDENCE
                * Math.sqrt(dependent
                        + dependent * dependent / Math.max(1, lifeTable.observed())
                        + variation * variation
                        + fans * now.skipped()
                        + 0.0009 * fans * fans);
        double from = forecast.secondsUntil(fans - deviation);
        double to = forecast.secondsUntil(fans + deviation);
        double resolution = dependent > 0.1 * fans ? 0.75 * lifeTable.width() : 0;
        return Wait.between(
                seconds,
                Math.min(from, seconds - resolution),
                Math.max(Double.isInfinite(to) ? 2 * seconds - from : to, seconds + resolution));
    }

    private Forecasts forecasts() {
        Forecasts both = forecasts;
        if (both == null) {
            both = new Forecasts(
                    new WaitForecast(now, lifeTable, lifeTable.hazards()),
                    new WaitForecast(now, lifeTable, lifeTable.cautiousHazards()));
            forecasts = both;
        }
        return both;
    }

    /** @param seconds the expected wait; nine waits of ten end within the range */
    public record Wait(double seconds, WaitRange range) {

        private static final double TICKS = 2;

        static Wait between(double seconds, double from, double to) {
            return new Wait(seconds, new WaitRange(Math.max(0, (long) Math.floor(from - TICKS)), (long)
                    Math.ceil(to + TICKS)));
        }

        public static Wait exactly(double seconds) {
            long whole = (long) Math.ceil(seconds);
            return new Wait(seconds, new WaitRange(whole, whole));
        }

        public long expected() {
            return (long) Math.ceil(seconds);
        }
    }
}
