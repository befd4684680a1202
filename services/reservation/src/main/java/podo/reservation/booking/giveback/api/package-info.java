/** Give-backs and offers over HTTP: for fans, for mails and for the auditor. */
@NullMarked
package podo.reservation.booking.giveback.api;

import org.jspecify.annotations.NullMarked;
