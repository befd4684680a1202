package podo.web.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The controls of one event's line, for its organiser, at the reservation service. */
public interface RoomClient {

    /** @param rate admitted fans per second; {@code cap} is the number of fans inside at once, mode OPEN, PAUSED, DRAINING or CLOSED */
    record Levers(int rate, int cap, String mode) {}

    record LeverMembers(Map<String, Object> levers) {}

    record Panel(Levers levers, LineStatus pulse) {}

    /** How often one fan was refused for one reason within one hour. */
    record Refused(long fanId, String reason, int times, Instant lastAt) {}

    /**
     * The line and the hall at one moment. The maps have one number for each grade, area, reason or code.
     *
     * @param held seats and places that fans hold, null when unknown
     * @param binding which limit held admission; empty before the first admission
     */
    record Point(
            Instant at,
            long waiting,
            long inside,
            @Nullable Long held,
            double admittedPerSecond,
            String binding,
            String mode,
            int rate,
            int cap,
            Map<String, Long> sold,
            Map<String, Long> soldInAreas,
            Map<String, Long> refused,
            Map<String, Long> declined) {}

    /** Numbers of a grade with its places in areas. */
    record InGrade(String name, long sold, long held, long free, long total) {

        /** Kept from sale: blocked, or for wheelchair users and those beside them. */
        public long kept() {
            return Math.max(0, total - sold - held - free);
        }
    }

    record InArea(String name, String grade, long sold, long held, long free, long capacity) {

        public long kept() {
            return Math.max(0, capacity - sold - held - free);
        }
    }

    /** @param samples the oldest first */
    record History(Point now, List<InGrade> grades, List<InArea> areas, List<Point> samples) {}

    /** Whole won that was paid so far and that went back, null when unknown. */
    record MoneyPoint(
            Instant at, @Nullable Long captured, @Nullable Long refunded) {}

    record MoneyHistory(MoneyPoint now, List<MoneyPoint> samples) {}

    @GetExchange("/api/events/{eventId}/room")
    Panel get(@PathVariable long eventId);

    @PutExchange("/api/events/{eventId}/room")
    Panel change(@PathVariable long eventId, @RequestBody Map<String, Object> levers);

    /** The levers with all members, also those that this version does not know. */
    @GetExchange("/api/events/{eventId}/room")
    LeverMembers members(@PathVariable long eventId);

    /** The newest first, at most 200. */
    @GetExchange("/api/events/{eventId}/room/refusals")
    List<Refused> refusals(@PathVariable long eventId);

    /** @param from an instant; the samples after it */
    @GetExchange("/api/events/{eventId}/room/history")
    History history(@PathVariable long eventId, @RequestParam String from);

    /** As {@link #history}; refused for who may not read money, and without a log-in by passkey. */
    @GetExchange("/api/events/{eventId}/room/money")
    MoneyHistory money(@PathVariable long eventId, @RequestParam String from);
}
