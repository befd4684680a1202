package podo.reservation.booking.order.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import podo.reservation.booking.order.report.MoneyReport.Kind;
import podo.reservation.booking.order.report.MoneyReport.Line;

/**
 * Splits one movement of money over the grades of its seats, in proportion to their prices, so that the parts are the amount to the won: what
 * rounding leaves over goes to the last grade.
 */
final class MoneySplit {

    private MoneySplit() {}

    /** @param amount what was captured or paid back, positive; {@code fee} what was kept, split in the same way */
    static List<Line> split(LocalDate day, Kind kind, long amount, long fee, List<PaidSeat> seats) {
        long sign = kind == Kind.SOLD || kind == Kind.SURPLUS ? 1 : -1;
        long whole = seats.stream().mapToLong(PaidSeat::price).sum();
        if (whole == 0) {
            return List.of(new Line(day, "", kind, seats.size(), sign * amount, fee));
        }
        Map<String, List<PaidSeat>> grades = new TreeMap<>();
        seats.forEach(seat ->
                grades.computeIfAbsent(seat.grade(), none -> new ArrayList<>()).add(seat));
        List<Line> lines = new ArrayList<>();
        long leftAmount = amount;
        long leftFee = fee;
        long leftPrice = whole;
        for (Map.Entry<String, List<PaidSeat>> grade : grades.entrySet()) {
            long price = grade.getValue().stream().mapToLong(PaidSeat::price).sum();
            // of what is left, so that the last grade gets all of it
            long part = share(leftAmount, price, leftPrice);
            long feePart = share(leftFee, price, leftPrice);
            lines.add(new Line(day, grade.getKey(), kind, grade.getValue().size(), sign * part, feePart));
            leftAmount -= part;
            leftFee -= feePart;
            leftPrice -= price;
        }
        return lines;
    }

    private static long share(long amount, long price, long whole) {
        return whole == 0 ? amount : Math.multiplyExact(amount, price) / whole;
    }
}
