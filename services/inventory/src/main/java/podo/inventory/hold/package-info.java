/** What all steps of a hold share: the hold, the request for it, its settings and its refusals. */
@NullMarked
package podo.inventory.hold;

import org.jspecify.annotations.NullMarked;
