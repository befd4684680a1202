/** What plays where and when, what a seat costs, and since when it is sold. */
@NullMarked
package podo.event;

import org.jspecify.annotations.NullMarked;
