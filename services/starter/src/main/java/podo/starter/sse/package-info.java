/** Event streams that stay open by the thousand: what is left of a request while its page is open, and room for how many. */
@NullMarked
package podo.starter.sse;

import org.jspecify.annotations.NullMarked;
