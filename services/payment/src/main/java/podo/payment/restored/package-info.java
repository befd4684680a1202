/** After a backup was restored: payments that the bank knows and the books do not are booked or returned, and the fan is told. */
@NullMarked
package podo.payment.restored;

import org.jspecify.annotations.NullMarked;
