/** Sign-up, log-in and log-out; the fan's tokens stay in the session and go with every call to a service. */
@NullMarked
package podo.web.login;

import org.jspecify.annotations.NullMarked;
