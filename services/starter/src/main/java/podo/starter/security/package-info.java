/** Authenticates fans (access tokens), services (60-second tokens) and admitted fans (entry passes). */
@NullMarked
package podo.starter.security;

import org.jspecify.annotations.NullMarked;
