/** Messages of the event service about shows. */
@NullMarked
package podo.contracts.event;

import org.jspecify.annotations.NullMarked;
