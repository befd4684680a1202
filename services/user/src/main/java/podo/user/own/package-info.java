/** What the owner of an account does with it: name, language, password, address, log-ins, export and deletion. */
@NullMarked
package podo.user.own;

import org.jspecify.annotations.NullMarked;
