/** Services speak TLS to each other, and each recognises the other by the name in its certificate. */
@NullMarked
package podo.starter.tls;

import org.jspecify.annotations.NullMarked;
