/** Sold seats that their fan offers back: claimed for one fan after the other, and passed on when one of them has paid. */
@NullMarked
package podo.inventory.hold.giveback;

import org.jspecify.annotations.NullMarked;
