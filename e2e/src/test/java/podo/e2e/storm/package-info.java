/** Random purchases while the bank fails and services are killed. */
@NullMarked
package podo.e2e.storm;

import org.jspecify.annotations.NullMarked;
