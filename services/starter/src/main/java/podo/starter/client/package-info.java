/** How services call each other: with connections enough for a busy hour, and never waiting long for a free one. */
@NullMarked
package podo.starter.client;

import org.jspecify.annotations.NullMarked;
