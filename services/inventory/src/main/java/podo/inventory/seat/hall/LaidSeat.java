package podo.inventory.seat.hall;

/**
 * A seat as it is laid out now.
 *
 * @param held by a hold that is alive
 */
record LaidSeat(Place place, boolean held, boolean sold) {

    /** What a fan knows the seat by. */
    record Place(int seq, String section, String row, int number, String grade) {

        static Place of(ShowPlan.Place place, String grade) {
            return new Place(place.seq(), place.section(), place.row(), place.number(), grade);
        }

        Place ofGrade(String other) {
            return new Place(seq, section, row, number, other);
        }
    }
}
