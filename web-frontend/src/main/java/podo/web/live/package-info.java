/** Server-sent event streams of open pages, grouped by topic, and the watch tokens that replace the session for them. */
@NullMarked
package podo.web.live;

import org.jspecify.annotations.NullMarked;
