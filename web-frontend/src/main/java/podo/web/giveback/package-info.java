/** Seats that a fan offers back, and returned seats that are held for a fan. */
@NullMarked
package podo.web.giveback;

import org.jspecify.annotations.NullMarked;
