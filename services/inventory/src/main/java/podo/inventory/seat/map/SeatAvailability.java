package podo.inventory.seat.map;

import java.util.ArrayList;
import java.util.List;
import podo.contracts.inventory.SeatState;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Seat;
import podo.inventory.seat.map.SeatMap.Snapshot;

/** Number of seats by state, for the hall and by grade. */
record SeatAvailability(int capacity, int free, int held, int sold, int blocked, List<InGrade> grades) {

    record InGrade(String name, long price, int free, int total) {}

    static SeatAvailability of(Snapshot map) {
        Hall hall = map.hall();
        int[] states = new int[SeatState.values().length];
        int[] free = new int[hall.grades().size()];
        int[] total = new int[free.length];
        for (Seat seat : hall.seats()) {
            SeatState state = map.state(seat);
            states[state.ordinal()]++;
            total[seat.grade()]++;
            free[seat.grade()] += state == SeatState.AVAILABLE ? 1 : 0;
        }
        List<InGrade> grades = new ArrayList<>();
        for (int i = 0; i < free.length; i++) {
            Hall.Grade grade = hall.grades().get(i);
            grades.add(new InGrade(grade.name(), grade.price(), free[i], total[i]));
        }
        return new SeatAvailability(
                hall.seats().size(),
                states[SeatState.AVAILABLE.ordinal()],
                states[SeatState.HELD.ordinal()],
                states[SeatState.SOLD.ordinal()],
                states[SeatState.BLOCKED.ordinal()],
                grades);
    }
}
