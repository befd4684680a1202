/** Who may call what: each row of {@code docs/endpoints.md} is sent to the running stack as each caller. */
@NullMarked
package podo.e2e.access;

import org.jspecify.annotations.NullMarked;
