/** Many fans who request the same seats at one instant. */
@NullMarked
package podo.e2e.race;

import org.jspecify.annotations.NullMarked;
