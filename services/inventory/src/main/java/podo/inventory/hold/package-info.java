/** Who claims it: holds, the doormen before them and the judge behind them, and what money does to them. */
@NullMarked
package podo.inventory.hold;

import org.jspecify.annotations.NullMarked;
