/** The words services say to each other: one record per message, grouped by speaker. JDK and JSpecify only. */
@NullMarked
package podo.contracts;

import org.jspecify.annotations.NullMarked;
