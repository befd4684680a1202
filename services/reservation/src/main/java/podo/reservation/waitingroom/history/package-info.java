/** What a sale looked like over time: a sample of each busy room every five seconds, thinned out with age, for the organiser's board. */
@NullMarked
package podo.reservation.waitingroom.history;

import org.jspecify.annotations.NullMarked;
