/** HTTP endpoints of holds, with the checks that come before them: entry pass and rate limit. */
@NullMarked
package podo.inventory.hold.api;

import org.jspecify.annotations.NullMarked;
