/** How times are written to and read from database columns. */
@NullMarked
package podo.starter.jdbc;

import org.jspecify.annotations.NullMarked;
