/** Batches concurrent requests. */
@NullMarked
package podo.inventory.batch;

import org.jspecify.annotations.NullMarked;
