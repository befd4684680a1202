/** What happens to a hold after it was opened: extended, pinned for a payment, released, or swept when its time is over. */
@NullMarked
package podo.inventory.hold.lifecycle;

import org.jspecify.annotations.NullMarked;
