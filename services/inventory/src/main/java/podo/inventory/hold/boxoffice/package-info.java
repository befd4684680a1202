/** Holds that a team's box office takes for a sale at the desk: without the line, and of blocked seats too. */
@NullMarked
package podo.inventory.hold.boxoffice;

import org.jspecify.annotations.NullMarked;
