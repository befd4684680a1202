/** How services call each other: with connections enough for a busy hour, and never waiting long for a free one. */
@NullMarked
package podo.door.neighbour;

import org.jspecify.annotations.NullMarked;
