/** Which passwords are allowed, and how they are hashed and checked. */
@NullMarked
package podo.user.account.password;

import org.jspecify.annotations.NullMarked;
