/** What an organiser does: build a venue, put an event on sale, steer its line. */
@NullMarked
package podo.web.admin;

import org.jspecify.annotations.NullMarked;
