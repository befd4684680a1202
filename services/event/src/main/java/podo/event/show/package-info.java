/** Shows: written as a draft, published to everybody, changed or withdrawn while nothing is sold. */
@NullMarked
package podo.event.show;

import org.jspecify.annotations.NullMarked;
