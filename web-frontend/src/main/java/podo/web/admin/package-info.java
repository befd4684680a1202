/** The organiser's pages: events, the line's controls, single seats, the audit. */
@NullMarked
package podo.web.admin;

import org.jspecify.annotations.NullMarked;
