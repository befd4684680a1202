/** Counts what happened in a sale and writes it as one page with plots. */
@NullMarked
package podo.e2e.load.sale.result;

import org.jspecify.annotations.NullMarked;
