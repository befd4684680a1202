/** An event's orders as rows for a spreadsheet, and its money by day, grade and kind. */
@NullMarked
package podo.reservation.booking.order.report;

import org.jspecify.annotations.NullMarked;
