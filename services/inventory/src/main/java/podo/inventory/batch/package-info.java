/** What is asked for at the same moment goes together. */
@NullMarked
package podo.inventory.batch;

import org.jspecify.annotations.NullMarked;
