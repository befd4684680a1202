package podo.reservation.booking.order.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import podo.reservation.booking.order.report.MoneyReport.Kind;
import podo.reservation.booking.order.report.MoneyReport.Line;

/**
 * Splits one movement of money over the grades and kinds of ticket of its seats, in proportion to their prices, so that the parts are the amount to the won: what
 * rounding leaves over goes to the last of them.
 */
final class MoneySplit {

    private record Part(String grade, String ticketKind) {

        static final Comparator<Part> ORDER = Comparator.comparing(Part::grade).thenComparing(Part::ticketKind);
    }

    private MoneySplit() {}

    /** @param amount what was captured or paid back, positive; {@code fee} what was kept, split in the same way */
    static List<Line> split(LocalDate day, Kind kind, long amount, long fee, List<PaidSeat> seats) {
        long sign = kind == Kind.SOLD || kind == Kind.SURPLUS ? 1 : -1;
        long whole = seats.stream().mapToLong(PaidSeat::price).sum();
        if (whole == 0) {
            return List.of(new Line(day, "", "", kind, seats.size(), sign * amount, fee));
        }
        Map<Part, List<PaidSeat>> parts = new TreeMap<>(Part.ORDER);
        seats.forEach(seat -> parts.computeIfAbsent(new Part(seat.grade(), seat.kind()), none -> new ArrayList<>())
                .add(seat));
        List<Line> lines = new ArrayList<>();
        long leftAmount = amount;
        long leftFee = fee;
        long leftPrice = whole;
        for (Map.Entry<Part, List<PaidSeat>> entry : parts.entrySet()) {
            long price = entry.getValue().stream().mapToLong(PaidSeat::price).sum();
            // of what is left, so that the last one gets all of it
            long part = share(leftAmount, price, leftPrice);
            long feePart = share(leftFee, price, leftPrice);
            lines.add(new Line(
                    day,
                    entry.getKey().grade(),
                    entry.getKey().ticketKind(),
                    kind,
                    entry.getValue().size(),
                    sign * part,
                    feePart));
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
