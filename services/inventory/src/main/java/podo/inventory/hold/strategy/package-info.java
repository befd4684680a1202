/** The five strategies of a hold: which doorman turns fans away before the transaction, and which judge decides in it. */
@NullMarked
package podo.inventory.hold.strategy;

import org.jspecify.annotations.NullMarked;
