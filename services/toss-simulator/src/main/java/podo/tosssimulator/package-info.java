/** Simulates Toss Payments: its API and payment window, with payments that survive a restart and faults on request. */
@NullMarked
package podo.tosssimulator;

import org.jspecify.annotations.NullMarked;
