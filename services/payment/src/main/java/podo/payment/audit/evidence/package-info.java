/** Reads what payment, reservation and inventory have recorded of the same orders and seats. */
@NullMarked
package podo.payment.audit.evidence;

import org.jspecify.annotations.NullMarked;
