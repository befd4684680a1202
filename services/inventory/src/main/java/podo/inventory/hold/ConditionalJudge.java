package podo.inventory.hold;

/** One UPDATE that takes only what is free: fewer rows than seats means that somebody was faster. */
class ConditionalJudge implements Judge {

    private final HeldSeats seats;

    ConditionalJudge(HeldSeats seats) {
        this.seats = seats;
    }

    @Override
    public boolean award(Hold hold, int revision) {
        return seats.take(hold, revision) == hold.seatIds().size();
    }
}
