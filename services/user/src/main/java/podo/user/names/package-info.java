/** Names and e-mail addresses of accounts, for services that show an organiser who has bought. */
@NullMarked
package podo.user.names;

import org.jspecify.annotations.NullMarked;
