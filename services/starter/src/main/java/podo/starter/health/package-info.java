/** How well a service does its part of buying, as it sees it itself: times, shares and connections of the last while. */
@NullMarked
package podo.starter.health;

import org.jspecify.annotations.NullMarked;
