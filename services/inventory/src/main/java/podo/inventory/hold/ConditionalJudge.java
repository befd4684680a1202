package podo.inventory.hold;

import java.util.List;

/** One UPDATE that takes only what is free: fewer rows than seats means that somebody was faster. */
class ConditionalJudge implements Judge {

    private final HeldSeats seats;

    ConditionalJudge(HeldSeats seats) {
        this.seats = seats;
    }

    @Override
    public boolean award(Hold hold, int revision) {
        return awardAll(List.of(hold), revision);
    }

    @Override
    public boolean awardAll(List<Hold> holds, int revision) {
        return seats.take(holds, revision)
                == holds.stream().mapToInt(hold -> hold.seatIds().size()).sum();
    }
}
