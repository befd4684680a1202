/** Event streams to open pages: what happens once is sent to all who watch, and nobody waits for a slow reader. */
@NullMarked
package podo.web.live;

import org.jspecify.annotations.NullMarked;
