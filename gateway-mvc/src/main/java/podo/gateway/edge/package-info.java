/** What the gateway believes of a request's way to it: the host that it names, the proxies that it passed, the client's address. */
@NullMarked
package podo.gateway.edge;

import org.jspecify.annotations.NullMarked;
