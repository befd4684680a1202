/** Every won that moved, in rows that are only ever added. */
@NullMarked
package podo.payment.ledger;

import org.jspecify.annotations.NullMarked;
