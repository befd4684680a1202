/** Every capture and refund, in rows that are only inserted. */
@NullMarked
package podo.payment.ledger;

import org.jspecify.annotations.NullMarked;
