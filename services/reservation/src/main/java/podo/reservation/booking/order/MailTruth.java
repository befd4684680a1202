package podo.reservation.booking.order;

import podo.contracts.reservation.BookingStatus;

/** Whether what a mail says of an order still holds. One that does not is written no more: notification drops it. */
final class MailTruth {

    private MailTruth() {}

    /** @param kind of the mail; one that is not known here counts as true */
    static boolean holds(String kind, OrderView order) {
        return switch (kind) {
            case "ORDER", "SEATS_MOVED", "SHOW_CHANGED" -> hasTickets(order, false);
            case "HELD_SHOW_CHANGED" -> hasTickets(order, true);
            case "CHECKING" -> order.status() == BookingStatus.CHECKING;
            case "CHECK_FAILED" ->
                order.status() != BookingStatus.CHECKING && order.status() != BookingStatus.CONFIRMED;
            default -> true;
        };
    }

    private static boolean hasTickets(OrderView order, boolean handedOver) {
        return order.tickets() != null
                && order.tickets().stream()
                        .anyMatch(ticket -> ticket.status().equals("VALID") && handedOver == (ticket.holder() != null));
    }
}
