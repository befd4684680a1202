package podo.inventory.seat.map;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import podo.contracts.inventory.SeatState;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Seat;
import podo.inventory.seat.map.SeatMap.Snapshot;

/**
 * Number of seats and places by state, for the hall, by grade and by area.
 *
 * @param holdSeconds how long a new hold lasts at most
 */
record SeatAvailability(
        int capacity,
        int free,
        int held,
        int sold,
        int blocked,
        List<InGrade> grades,
        List<InArea> areas,
        long holdSeconds) {

    /** @param held with places in areas, as are all numbers of a grade */
    record InGrade(String name, long price, int free, int held, int sold, int total) {}

    /** @param free places that a fan can hold now; none once the sale is over */
    record InArea(long id, String name, String grade, int capacity, int free, int held, int sold) {}

    static SeatAvailability of(Snapshot map, Duration holdTime, Instant now) {
        Hall hall = map.hall();
        int[] states = new int[SeatState.values().length];
        int[] free = new int[hall.grades().size()];
        int[] held = new int[free.length];
        int[] sold = new int[free.length];
        int[] total = new int[free.length];
        for (Seat seat : hall.seats()) {
            SeatState state = map.state(seat);
            states[state.ordinal()]++;
            total[seat.grade()]++;
            free[seat.grade()] += state == SeatState.AVAILABLE ? 1 : 0;
            held[seat.grade()] += state == SeatState.HELD ? 1 : 0;
            sold[seat.grade()] += state == SeatState.SOLD ? 1 : 0;
        }
        List<InArea> areas = areas(map, now);
        for (int i = 0; i < areas.size(); i++) {
            InArea area = areas.get(i);
            int grade = hall.areas().get(i).grade();
            total[grade] += area.capacity();
            free[grade] += area.free();
            held[grade] += area.held();
            sold[grade] += area.sold();
            states[SeatState.AVAILABLE.ordinal()] += area.free();
            states[SeatState.HELD.ordinal()] += area.held();
            states[SeatState.SOLD.ordinal()] += area.sold();
            states[SeatState.BLOCKED.ordinal()] += area.capacity() - area.free() - area.held() - area.sold();
        }
        List<InGrade> grades = new ArrayList<>();
        for (int i = 0; i < free.length; i++) {
            Hall.Grade grade = hall.grades().get(i);
            grades.add(new InGrade(grade.name(), grade.price(), free[i], held[i], sold[i], total[i]));
        }
        return new SeatAvailability(
                hall.seats().size() + areas.stream().mapToInt(InArea::capacity).sum(),
                states[SeatState.AVAILABLE.ordinal()],
                states[SeatState.HELD.ordinal()],
                states[SeatState.SOLD.ordinal()],
                states[SeatState.BLOCKED.ordinal()],
                grades,
                areas,
                holdTime.toSeconds());
    }

    private static List<InArea> areas(Snapshot map, Instant now) {
        Hall hall = map.hall();
        List<InArea> areas = new ArrayList<>();
        for (int i = 0; i < hall.areas().size(); i++) {
            Hall.Area area = hall.areas().get(i);
            AreaCount count = map.map().areas().get(i);
            areas.add(new InArea(
                    area.id(),
                    area.name(),
                    hall.grade(area).name(),
                    area.capacity(),
                    map.available()[i],
                    count.held(now.toEpochMilli()),
                    count.sold()));
        }
        return areas;
    }
}
