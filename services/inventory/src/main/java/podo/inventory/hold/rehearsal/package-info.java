/** Hidden copies of halls, on which scripted fans rehearse a sale: laid out, held by the same code as any other hall, and removed. */
@NullMarked
package podo.inventory.hold.rehearsal;

import org.jspecify.annotations.NullMarked;
