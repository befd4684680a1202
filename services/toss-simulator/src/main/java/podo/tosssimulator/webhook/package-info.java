/** Webhooks to the shop for every change of state, retried after 1, 4, 16 … minutes. */
@NullMarked
package podo.tosssimulator.webhook;

import org.jspecify.annotations.NullMarked;
