/** What a call must show before it is passed on: a straight path, a token, a pass, patience, a small body. */
@NullMarked
package podo.gateway.guard;

import org.jspecify.annotations.NullMarked;
