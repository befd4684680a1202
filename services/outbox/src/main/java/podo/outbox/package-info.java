/** Send this after my commit, in order per key, at least once; hear it, and have its effect once. */
@NullMarked
package podo.outbox;

import org.jspecify.annotations.NullMarked;
