/** What every service shares at its HTTP border: authentication, idempotency, problem+json, event streams, clients. */
@NullMarked
package podo.starter;

import org.jspecify.annotations.NullMarked;
