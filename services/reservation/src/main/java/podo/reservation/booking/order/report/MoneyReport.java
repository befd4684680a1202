package podo.reservation.booking.order.report;

import java.time.LocalDate;
import java.util.List;

/**
 * An event's money by day, grade, kind of ticket, movement and way of payment, as the ledger has it; amounts in whole won. The amounts of all rows together are
 * {@code captured - refunded}.
 *
 * @param given tickets of orders that cost nothing, which no movement of money tells of
 */
record MoneyReport(List<Line> lines, long captured, long refunded, List<GivenSeatsQuery.Given> given) {

    /** The way of all that no box office sold. */
    static final String BANK = "BANK";

    /** What a movement of money was for. */
    enum Kind {
        SOLD,
        REFUNDED,
        /** Charged a second time for the same order, and the refund of it. */
        SURPLUS,
        SURPLUS_REFUNDED
    }

    /**
     * @param day of Seoul's calendar
     * @param grade empty for what belongs to no seat
     * @param ticketKind the kind of ticket; empty for the usual one
     * @param tickets how many seats
     * @param amount negative for what was paid back
     * @param fee what was kept of refunded seats
     * @param way BANK, or CASH or CARD at a box office
     */
    record Line(
            LocalDate day, String grade, String ticketKind, Kind kind, int tickets, long amount, long fee, String way) {

        /** By the bank. */
        Line(LocalDate day, String grade, String ticketKind, Kind kind, int tickets, long amount, long fee) {
            this(day, grade, ticketKind, kind, tickets, amount, fee, BANK);
        }

        Line in(String wayOfPayment) {
            return new Line(day, grade, ticketKind, kind, tickets, amount, fee, wayOfPayment);
        }

        Line plus(Line more) {
            return new Line(
                    day, grade, ticketKind, kind, tickets + more.tickets, amount + more.amount, fee + more.fee, way);
        }
    }
}
