/** Gives repeated requests with the same Idempotency-Key the same response and one effect. */
@NullMarked
package podo.starter.idempotency;

import org.jspecify.annotations.NullMarked;
