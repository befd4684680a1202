package podo.reservation.waitingroom.history;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.reservation.waitingroom.availability.HallCount;
import podo.reservation.waitingroom.availability.SeatsLeft;
import podo.reservation.waitingroom.refusal.RefusalTotals;
import podo.reservation.waitingroom.room.Room;

/** Joins what the line, the hall, the refusals and the payments of an event say at the moment. */
@Component
class RoomFigures {

    /** Of reasons and codes the most frequent; there are a dozen reasons, and as many codes as the bank knows. */
    private static final int MOST = 12;

    private static final String OTHERS = "others";

    private final SeatsLeft seatsLeft;
    private final RefusalTotals refusals;
    private final RecentTakings takings;
    private final Clock clock;

    RoomFigures(SeatsLeft seatsLeft, RefusalTotals refusals, RecentTakings takings, Clock clock) {
        this.seatsLeft = seatsLeft;
        this.refusals = refusals;
        this.takings = takings;
        this.clock = clock;
    }

    LineSample now(Room room, long waiting, long inside, double admittedPerSecond, String binding) {
        Optional<HallCount> hall = seatsLeft.hall(room.eventId());
        Optional<Takings> taken = takings.of(room.eventId());
        return new LineSample(
                clock.instant(),
                waiting,
                inside,
                hall.map(HallCount::held).orElse(null),
                Math.round(admittedPerSecond * 10) / 10.0,
                binding,
                room.mode(),
                room.rate(),
                room.cap(),
                hall.map(count -> sums(count.grades(), HallCount.InGrade::name, HallCount.InGrade::sold))
                        .orElse(null),
                hall.map(count -> sums(count.areas(), HallCount.InArea::name, HallCount.InArea::sold))
                        .orElse(null),
                most(refusals.of(room.eventId())),
                most(taken.map(Takings::declined).orElse(null)),
                taken.map(Takings::captured).orElse(null),
                taken.map(Takings::refunded).orElse(null));
    }

    private static <T> Map<String, Long> sums(List<T> all, Function<T, String> name, ToLongFunction<T> number) {
        Map<String, Long> sums = new LinkedHashMap<>();
        all.forEach(one -> sums.merge(name.apply(one), number.applyAsLong(one), Long::sum));
        return sums;
    }

    private static @Nullable Map<String, Long> most(@Nullable Map<String, Long> counts) {
        if (counts == null || counts.size() <= MOST) {
            return counts;
        }
        Map<String, Long> most = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(
                        count -> most.merge(most.size() < MOST ? count.getKey() : OTHERS, count.getValue(), Long::sum));
        return most;
    }
}
