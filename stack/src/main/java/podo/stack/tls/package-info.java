/** The stack's own certificate authority, the certificates of its processes, and clients that its processes accept. */
@NullMarked
package podo.stack.tls;

import org.jspecify.annotations.NullMarked;
