/** What the event service says about shows. */
@NullMarked
package podo.contracts.event;

import org.jspecify.annotations.NullMarked;
