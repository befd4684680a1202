/** Converts instants to and from DATETIME columns. */
@NullMarked
package podo.starter.jdbc;

import org.jspecify.annotations.NullMarked;
