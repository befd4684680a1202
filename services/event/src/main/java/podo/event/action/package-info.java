/** Tells the log, which reservation keeps, what members of teams did with events and venues. */
@NullMarked
package podo.event.action;

import org.jspecify.annotations.NullMarked;
