package podo.reservation.booking.order.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import podo.reservation.booking.order.report.LedgerClient.LedgerPage;
import podo.reservation.booking.order.report.LedgerClient.Movement;
import podo.reservation.booking.order.report.MoneyReport.Kind;
import podo.reservation.booking.order.report.MoneyReport.Line;
import podo.starter.problem.Unavailable;

/** Adds an event's ledger up, page by page; no more of it is kept than one page and the lines. */
@Component
class MoneyReports {

    private record Key(LocalDate day, String grade, String ticketKind, Kind kind, String way) {}

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final LedgerClient ledger;
    private final PaidSeatsQuery seats;
    private final GivenSeatsQuery given;

    MoneyReports(LedgerClient ledger, PaidSeatsQuery seats, GivenSeatsQuery given) {
        this.ledger = ledger;
        this.seats = seats;
        this.given = given;
    }

    MoneyReport of(long eventId) {
        Map<Key, Line> lines = new HashMap<>();
        long captured = 0;
        long refunded = 0;
        String after = "";
        do {
            LedgerPage page = ledger.page(eventId, after);
            if (!page.last().isEmpty() && page.last().compareTo(after) <= 0) {
                throw new Unavailable(); // a page that does not go on would be read for ever
            }
            Map<String, PaidSeatsQuery.OfOrder> ofOrders = seats.findAll(
                    page.movements().stream().map(Movement::orderId).distinct().toList());
            for (Movement movement : page.movements()) {
                boolean isCapture = movement.kind().equals("CAPTURED");
                captured += isCapture ? movement.amount() : 0;
                refunded += isCapture ? 0 : movement.amount();
                split(movement, ofOrders.getOrDefault(movement.orderId(), PaidSeatsQuery.OfOrder.NONE))
                        .forEach(line -> lines.merge(
                                new Key(line.day(), line.grade(), line.ticketKind(), line.kind(), line.way()),
                                line,
                                Line::plus));
            }
            after = page.last();
        } while (!after.isEmpty());
        return new MoneyReport(
                lines.values().stream()
                        .sorted(Comparator.comparing(Line::day)
                                .thenComparing(Line::kind)
                                .thenComparing(Line::grade)
                                .thenComparing(Line::ticketKind)
                                .thenComparing(Line::way))
                        .toList(),
                captured,
                refunded,
                given.ofEvent(eventId));
    }

    private static List<Line> split(Movement movement, PaidSeatsQuery.OfOrder order) {
        LocalDate day = LocalDate.ofInstant(movement.at(), SEOUL);
        List<PaidSeat> seats = movement.seatIds().stream()
                .map(order::find)
                .flatMap(Optional::stream)
                .toList();
        return MoneySplit.split(day, kind(movement), movement.amount(), movement.fee(), seats).stream()
                .map(line -> line.in(movement.wayOrBank()))
                .toList();
    }

    private static Kind kind(Movement movement) {
        boolean isOfSeats = !movement.seatIds().isEmpty();
        if (movement.kind().equals("CAPTURED")) {
            return isOfSeats ? Kind.SOLD : Kind.SURPLUS;
        }
        return isOfSeats ? Kind.REFUNDED : Kind.SURPLUS_REFUNDED;
    }
}
