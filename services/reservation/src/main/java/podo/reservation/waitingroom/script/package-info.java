/** The line in Redis: Lua scripts, one class per caller, and a record for each script's reply. */
@NullMarked
package podo.reservation.waitingroom.script;

import org.jspecify.annotations.NullMarked;
