/** The public catalogue, cached in Redis for a few seconds and evicted when it changes. */
@NullMarked
package podo.event.show.catalogue;

import org.jspecify.annotations.NullMarked;
