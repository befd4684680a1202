/** The drill: a backup while fans buy, the end of everything, and a restore. */
@NullMarked
package podo.e2e.restore;

import org.jspecify.annotations.NullMarked;
