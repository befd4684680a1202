/** What the user service publishes. */
@NullMarked
package podo.contracts.user;

import org.jspecify.annotations.NullMarked;
