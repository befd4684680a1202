/** From an order to money: checks, asks the bank once, and looks up what it could not hear. */
@NullMarked
package podo.payment.charge;

import org.jspecify.annotations.NullMarked;
