/** Talks to the waiting line: activity of fans, refused passes, and passes that were revoked. */
@NullMarked
package podo.inventory.hold.line;

import org.jspecify.annotations.NullMarked;
