/** The box office: seats sold at the desk from the map, the receipt, and tickets to print. */
@NullMarked
package podo.web.boxoffice;

import org.jspecify.annotations.NullMarked;
