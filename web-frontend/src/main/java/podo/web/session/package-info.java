/** HTTP sessions in Redis with few commands: written when something changed, read once per request, never for files. */
@NullMarked
package podo.web.session;

import org.jspecify.annotations.NullMarked;
