/** The public contract of design.md, call by call, good input and bad. */
@NullMarked
package podo.e2e.contract;

import org.jspecify.annotations.NullMarked;
