/** Server-sent events over connections that are detached from their request, and the limit of open streams. */
@NullMarked
package podo.starter.sse;

import org.jspecify.annotations.NullMarked;
