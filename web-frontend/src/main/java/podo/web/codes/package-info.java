/** The organiser's page of codes that make bookings cheaper. */
@NullMarked
package podo.web.codes;

import org.jspecify.annotations.NullMarked;
