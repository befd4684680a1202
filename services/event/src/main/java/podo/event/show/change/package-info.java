/** Changes of published events: proposed here, decided by the inventory, which holds and sells the seats. */
@NullMarked
package podo.event.show.change;

import org.jspecify.annotations.NullMarked;
