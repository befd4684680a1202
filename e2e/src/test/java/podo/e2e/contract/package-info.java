/** The public contract call by call, with valid and invalid input. */
@NullMarked
package podo.e2e.contract;

import org.jspecify.annotations.NullMarked;
