/** Tells the team's log, which reservation keeps, what members did here. */
@NullMarked
package podo.notification.action;

import org.jspecify.annotations.NullMarked;
