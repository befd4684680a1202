/** Seat plans: sections with their place, rotation and curve, rows, seats, areas and shapes, without anything of Spring or the database. */
@NullMarked
package podo.event.plan;

import org.jspecify.annotations.NullMarked;
