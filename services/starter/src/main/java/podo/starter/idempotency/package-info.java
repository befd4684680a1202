/** The same Idempotency-Key gets the same answer and one effect. */
@NullMarked
package podo.starter.idempotency;

import org.jspecify.annotations.NullMarked;
