/** The line before the seats: joining, waiting live, and the pass that lets a fan in, kept in the session. */
@NullMarked
package podo.web.line;

import org.jspecify.annotations.NullMarked;
