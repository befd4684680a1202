/** Seeded random input, from the OpenAPI descriptions and from the forms of the pages: never a 5xx, and a refused call changes nothing. */
@NullMarked
package podo.e2e.fuzz;

import org.jspecify.annotations.NullMarked;
