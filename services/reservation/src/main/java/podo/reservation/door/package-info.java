/** The door: tickets let people in, once each, at one gate of several, some of which are without network for a while. */
@NullMarked
package podo.reservation.door;

import org.jspecify.annotations.NullMarked;
