package podo.reservation.waitingroom;

import org.jspecify.annotations.Nullable;

/**
 * How a line moves, as its last tick saw it.
 *
 * @param perSecond the ceiling of admission, health brake included
 * @param taken slots taken now, of {@code room}
 * @param freed slots that came free, over {@code exposure}, the seconds that fans spent inside; older ones count less
 * @param skipped the share of the line's head that was silent
 */
record Pace(double perSecond, long taken, long room, double freed, double exposure, double skipped) {

    /** A guess for a line that has not moved yet: fans stay half as long as they may. */
    static Pace unseen(double perSecond, long room, double secondsInside) {
        return new Pace(perSecond, 0, room, 1, secondsInside, 0);
    }

    static Pace of(Steps.Reply tick, double perSecond, double secondsInside) {
        return new Pace(
                perSecond,
                tick.number(3),
                tick.number(9),
                Double.parseDouble(tick.text(10)) + 1,
                Double.parseDouble(tick.text(11)) + secondsInside,
                Double.parseDouble(tick.text(12)));
    }

    /** The wait of a fan with so many ahead; null while nobody is let in. */
    @Nullable
    Wait behind(long ahead) {
        double fans = Math.max(1, (ahead + 1) * (1 - skipped));
        double perHead = freed / exposure;
        double atFull = perHead * room;
        if (perSecond <= 0 || room <= 0) {
            return null;
        }
        if (atFull >= perSecond) {
            return new Wait(fans / perSecond, 0);
        }
        double quickSeconds =
                taken >= room ? 0 : Math.log((perSecond - perHead * taken) / (perSecond - atFull)) / perHead;
        double quick = perSecond * quickSeconds;
        if (fans <= quick) {
            return new Wait(fans / perSecond, 0);
        }
        double slowSeconds = (fans - quick + Math.max(0, taken - room)) / atFull;
        double doubt = Math.sqrt(1 / freed + 1 / (fans - quick + 1));
        return new Wait(quickSeconds + slowSeconds, doubt * slowSeconds / (quickSeconds + slowSeconds));
    }

    /** @param doubt how far chance may move it, as a share: slots come free when fans please */
    record Wait(double seconds, double doubt) {

        private static final double ALWAYS = 0.12;

        long expected() {
            return (long) Math.ceil(seconds);
        }

        /** Where nine waits of ten end. */
        Place.Range range() {
            double part = Math.min(0.6, ALWAYS + 1.3 * doubt);
            return new Place.Range((long) Math.floor(seconds * (1 - part)), (long) Math.ceil(seconds * (1 + part)) + 2);
        }
    }
}
