/** Lists charges and refunds that stayed open too long, and lets an organiser have one tried again. */
@NullMarked
package podo.payment.operator;

import org.jspecify.annotations.NullMarked;
