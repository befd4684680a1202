/** User service: accounts, and the signed tokens by which every other service recognises them. */
@NullMarked
package podo.user;

import org.jspecify.annotations.NullMarked;
