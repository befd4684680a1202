/** A poster for every event, drawn from its title: no picture is stored and none comes from elsewhere. */
@NullMarked
package podo.web.poster;

import org.jspecify.annotations.NullMarked;
