package podo.event.plan;

/** Where a section's seats stand in the hall: its rows are bent to arcs around one centre, then it is turned and moved. */
final class SectionBend {

    /** No row has a smaller radius than a seat's width. */
    private static final double MIN_RADIUS = 10;

    /** A point of the hall, in plan units. */
    record Point(double x, double y) {}

    private final SeatingPlan.Section section;
    private final double radius;
    private final double cos;
    private final double sin;

    SectionBend(SeatingPlan.Section section) {
        this.section = section;
        this.radius = section.curve() == 0 ? 0 : 1_000 / section.curve();
        this.cos = Math.cos(Math.toRadians(section.rotation()));
        this.sin = Math.sin(Math.toRadians(section.rotation()));
    }

    /** Whether the seat has a place: its row is not so near to the centre that it would turn over, nor longer than its circle. */
    boolean reaches(SeatingPlan.Seat seat) {
        if (radius == 0) {
            return true;
        }
        double ofRow = (radius + seat.y()) * Math.signum(radius);
        return ofRow >= MIN_RADIUS && Math.abs(seat.x()) <= Math.PI * ofRow;
    }

    Point place(SeatingPlan.Seat seat) {
        double x = seat.x();
        double y = seat.y();
        if (radius != 0) {
            double ofRow = radius + y;
            double angle = x / ofRow;
            x = ofRow * Math.sin(angle);
            y = ofRow * Math.cos(angle) - radius;
        }
        return new Point(section.x() + x * cos - y * sin, section.y() + x * sin + y * cos);
    }
}
