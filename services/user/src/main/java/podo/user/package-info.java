/** Who is who: accounts, and the tokens by which every other service knows them. */
@NullMarked
package podo.user;

import org.jspecify.annotations.NullMarked;
