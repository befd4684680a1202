/** A process whose clock is wrong answers nothing and is listed nowhere, until its clock is right. */
@NullMarked
package podo.starter.clock;

import org.jspecify.annotations.NullMarked;
