/** Calendar files: what iCalendar (RFC 5545) demands of their lines and texts. */
@NullMarked
package podo.web.calendar;

import org.jspecify.annotations.NullMarked;
