package podo.reservation.waitingroom.estimate;

import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.line.Place;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.RoomSettings;

import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a line moves, as its last tick saw it, and what that means for the fan with so many ahead. */
public final class WaitEstimate {

    /** A range that is wider than so many times the wait tells nothing. */
    private static final double TOO_WIDE = 0.6;

    /** Nine waits of ten lie within so many standard deviations. */
    private static final double SURE = 1.8;

    private static final double MEMORY_SECONDS = 180;
    private static final double SWING_SECONDS = 14;

    /** What needs more than one tick to be seen: how health swings, and how fast seats are sold. */
    private record Seen(double seconds, double usual, double variance, long sellable, double sold, double occupied) {

        static final Seen NOTHING = new Seen(60, 1, 0.025, -1, 0, 0);

        Seen and(double health, long sellable, long taken, double seconds) {
            double weight = seconds / Math.min(MEMORY_SECONDS, this.seconds + seconds);
            double off = health - usual;
            double drop = sellable < 0 || this.sellable < 0 ? 0 : this.sellable - sellable;
            return new Seen(
                    this.seconds + seconds,
                    usual + weight * off,
                    (1 - weight) * (variance + weight * off * off),
                    sellable,
                    sold * 0.99 + drop,
                    occupied * 0.99 + taken * seconds);
        }
    }

    /** As it was so far, and with caution where nothing was seen yet. */
    private record Forecasts(WaitForecast likely, WaitForecast cautious) {}

    private final Seen seen;
    private final WaitForecast.Now now;
    private final SlotLifeTable stays;
    private volatile @Nullable Forecasts forecasts;

    private WaitEstimate(Seen seen, WaitForecast.Now now, SlotLifeTable stays) {
        this.seen = seen;
        this.now = now;
        this.stays = stays;
    }

    public static WaitEstimate after(
            @Nullable WaitEstimate before,
            LineScripts.Reply tick,
            Room room,
            long sellable,
            double health,
            RoomSettings settings) {
        long taken = tick.number(3);
        Seen seen = (before == null ? Seen.NOTHING : before.seen)
                .and(health, sellable, taken, settings.tick().toMillis() / 1_000.0);
        LongUnaryOperator allowed = settings::insideFor;
        WaitForecast.Now now = new WaitForecast.Now(
                room.rate(),
                health,
                seen.usual(),
                taken,
                room.cap(),
                sellable,
                Math.max(0, seen.sold()) / Math.max(1, seen.occupied()),
                allowed,
                Double.parseDouble(tick.text(12)),
                Double.parseDouble(tick.text(11)));
        return new WaitEstimate(seen, now, SlotLifeTable.read(tick.text(10), tick.number(13) / 1_000.0));
    }

    /** The wait of a fan with so many ahead; null while nobody is let in, or too little was seen to tell it honestly. */
    @Nullable
    Wait behind(long ahead) {
        Forecasts played = forecasts();
        double fans = ahead + 1;
        Wait likely = behind(fans, played.likely());
        Wait cautious = behind(fans, played.cautious());
        if (likely == null || cautious == null) {
            return null;
        }
        double seconds = (likely.seconds() + cautious.seconds()) / 2;
        Place.Range range =
                new Place.Range(likely.range().from(), cautious.range().to());
        return range.to() - range.from() > TOO_WIDE * seconds + 30 ? null : new Wait(seconds, range);
    }

    private @Nullable Wait behind(double fans, WaitForecast forecast) {
        double seconds = forecast.until(fans);
        double others = forecast.waitingForOthers(fans);
        if (Double.isInfinite(seconds) || others > 0.1 * fans && !stays.areKnown()) {
            return null;
        }
        double memory = Math.min(MEMORY_SECONDS, seen.seconds());
        double swing = Math.sqrt(seen.variance()
                        * 2
                        * SWING_SECONDS
                        * (1 / (seconds + 2 * SWING_SECONDS) + 1 / (2 * memory + 2 * SWING_SECONDS)))
                / seen.usual()
                * (fans - others);
        double off = SURE
                * Math.sqrt(others
                        + others * others / Math.max(1, stays.seen())
                        + swing * swing
                        + fans * now.skipped()
                        + 0.0009 * fans * fans);
        double from = forecast.until(fans - off);
        double to = forecast.until(fans + off);
        double coarse = others > 0.1 * fans ? 0.75 * stays.width() : 0;
        return Wait.between(
                seconds,
                Math.min(from, seconds - coarse),
                Math.max(Double.isInfinite(to) ? 2 * seconds - from : to, seconds + coarse));
    }

    private Forecasts forecasts() {
        Forecasts played = forecasts;
        if (played == null) {
            played = new Forecasts(
                    new WaitForecast(now, stays, stays.hazards()), new WaitForecast(now, stays, stays.cautiousHazards()));
            forecasts = played;
        }
        return played;
    }

    /** @param seconds what is expected; nine waits of ten end within the range */
    public record Wait(double seconds, Place.Range range) {

        private static final double TICKS = 2;

        static Wait between(double seconds, double from, double to) {
            return new Wait(seconds, new Place.Range(Math.max(0, (long) Math.floor(from - TICKS)), (long)
                    Math.ceil(to + TICKS)));
        }

        static Wait exactly(double seconds) {
            long whole = (long) Math.ceil(seconds);
            return new Wait(seconds, new Place.Range(whole, whole));
        }

        long expected() {
            return (long) Math.ceil(seconds);
        }
    }
}
