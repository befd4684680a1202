/** Handing tickets over: making a link, withdrawing it, and accepting it. */
@NullMarked
package podo.web.handover;

import org.jspecify.annotations.NullMarked;
