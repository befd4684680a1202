/** The line before the seats: joining, live waiting, the entry pass in the session, seat alerts, the check of the draw. */
@NullMarked
package podo.web.line;

import org.jspecify.annotations.NullMarked;
