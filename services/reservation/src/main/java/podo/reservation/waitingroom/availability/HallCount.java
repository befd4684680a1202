package podo.reservation.waitingroom.availability;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Seats and places of an event by grade and by area. */
public record HallCount(long held, List<InGrade> grades, List<InArea> areas) {

    public static final HallCount UNKNOWN = new HallCount(0, List.of(), List.of());

    /** Numbers with the places in areas. */
    public record InGrade(String name, long sold, long held, long free, long total) {}

    public record InArea(String name, String grade, long sold, long held, long free, long capacity) {}

    static HallCount of(AvailabilityClient.Availability seats) {
        return new HallCount(
                seats.held(),
                seats.grades().stream()
                        .map(grade -> new InGrade(
                                grade.name(),
                                known(grade.sold()),
                                known(grade.held()),
                                grade.free(),
                                known(grade.total())))
                        .toList(),
                Objects.requireNonNullElse(seats.areas(), List.<AvailabilityClient.Area>of()).stream()
                        .map(area -> new InArea(
                                area.name(), area.grade(), area.sold(), area.held(), area.free(), area.capacity()))
                        .toList());
    }

    private static long known(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
