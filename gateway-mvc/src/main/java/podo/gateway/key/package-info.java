/** Exchanges the API keys of teams for access tokens, at the user service. */
@NullMarked
package podo.gateway.key;

import org.jspecify.annotations.NullMarked;
