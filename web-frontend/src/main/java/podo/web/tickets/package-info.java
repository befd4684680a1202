/** What a fan has bought: tickets with a code to scan, an entry for the calendar, and giving seats back. */
@NullMarked
package podo.web.tickets;

import org.jspecify.annotations.NullMarked;
