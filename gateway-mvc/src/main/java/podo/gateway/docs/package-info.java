/** The API of all services on one page. */
@NullMarked
package podo.gateway.docs;

import org.jspecify.annotations.NullMarked;
