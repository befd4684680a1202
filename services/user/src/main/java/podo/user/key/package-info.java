/** API keys of teams: made and revoked by owners and managers, and exchanged for short access tokens by the gateway. */
@NullMarked
package podo.user.key;

import org.jspecify.annotations.NullMarked;
