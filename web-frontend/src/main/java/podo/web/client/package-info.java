/** HTTP clients of the other services, one interface per API, with records of the members that the pages use. */
@NullMarked
package podo.web.client;

import org.jspecify.annotations.NullMarked;
