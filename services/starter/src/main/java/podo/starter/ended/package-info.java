/** Which log-ins ended, known to every process within seconds, so that their tokens end too. */
@NullMarked
package podo.starter.ended;

import org.jspecify.annotations.NullMarked;
